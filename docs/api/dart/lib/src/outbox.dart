import 'dart:async';
import 'dart:convert';
import 'dart:io';
import 'dart:math';

import 'api.dart';
import 'models.dart';
import 'session.dart';

/// A message that is written and not known to be stored yet.
class Outgoing {
  Outgoing({
    required this.clientId,
    required this.room,
    required this.content,
    required this.writtenAt,
    this.replyTo,
    this.threadRoot,
    this.refusal,
  });

  Outgoing.fromJson(Map<String, dynamic> json)
    : clientId = json['client_id'] as String,
      room = json['room'] as String,
      content = json['content'] as String,
      writtenAt = DateTime.parse(json['written_at'] as String),
      replyTo = json['reply_to'] as String?,
      threadRoot = json['thread_root'] as String?,
      refusal = json['refusal'] as String?;

  final String clientId;
  final String room;
  final String content;
  final DateTime writtenAt;
  final String? replyTo;
  final String? threadRoot;

  /// The code of a final refusal: show it with the message, which can be tried again or discarded. Null while it waits.
  String? refusal;

  Map<String, dynamic> toJson() => {
    'client_id': clientId,
    'room': room,
    'content': content,
    'written_at': writtenAt.toIso8601String(),
    'reply_to': replyTo,
    'thread_root': threadRoot,
    'refusal': refusal,
  };
}

/// What was written leaves in order, each message exactly once, after however many tries, restarts and lost answers.
class Outbox {
  Outbox._(this._file, this._api, this._entries);

  /// [file] lies in the app's own folder, one for each signed-in person; delete it at sign-out.
  static Future<Outbox> open(File file, ChatApi api) async {
    var entries = <Outgoing>[];
    if (file.existsSync()) {
      final kept = jsonDecode(await file.readAsString()) as List<dynamic>;
      entries = kept.map((dynamic entry) => Outgoing.fromJson(entry as Map<String, dynamic>)).toList();
    }
    return Outbox._(file, api, entries);
  }

  final File _file;
  final ChatApi _api;
  final List<Outgoing> _entries;
  final Set<String> _busy = {};
  final StreamController<Message> _sent = StreamController<Message>.broadcast();
  final StreamController<List<Outgoing>> _changes = StreamController<List<Outgoing>>.broadcast();
  Future<void> _written = Future.value();
  Timer? _timer;
  int _failures = 0;

  /// Messages as the server has stored them; put each in the place of the entry with its client_id.
  Stream<Message> get sent => _sent.stream;
  Stream<List<Outgoing>> get changes => _changes.stream;
  List<Outgoing> get entries => List.unmodifiable(_entries);

  /// Returns once the message is on the disk; from then on it can be shown, and will be sent.
  Future<Outgoing> add({required String room, required String content, String? replyTo, String? threadRoot}) async {
    final entry = Outgoing(
      clientId: newClientId(),
      room: room,
      content: content,
      writtenAt: DateTime.now().toUtc(),
      replyTo: replyTo,
      threadRoot: threadRoot,
    );
    _entries.add(entry);
    await _save();
    unawaited(flush());
    return entry;
  }

  Future<void> discard(String clientId) {
    _entries.removeWhere((entry) => entry.clientId == clientId);
    return _save();
  }

  /// Tries a refused message again, with the same client_id.
  Future<void> retry(String clientId) async {
    for (final entry in _entries) {
      if (entry.clientId == clientId) entry.refusal = null;
    }
    await _save();
    await flush();
  }

  /// Sends what waits: rooms side by side, the messages of one room one after the other. Call it at the start, when a
  /// network is back, and when the app comes to the foreground.
  Future<void> flush() async {
    _timer?.cancel();
    final rooms = {
      for (final entry in _entries)
        if (entry.refusal == null) entry.room,
    };
    await Future.wait(rooms.map(_flushRoom));
  }

  Future<void> _flushRoom(String room) async {
    if (!_busy.add(room)) return;
    try {
      for (;;) {
        final next = _entries.where((entry) => entry.room == room && entry.refusal == null).firstOrNull;
        if (next == null || !await _deliver(next)) return;
      }
    } finally {
      _busy.remove(room);
    }
  }

  /// Whether the room's next message may follow.
  Future<bool> _deliver(Outgoing entry) async {
    try {
      final message = await _api.sendMessage(
        room: entry.room,
        content: entry.content,
        clientId: entry.clientId,
        replyTo: entry.replyTo,
        threadRoot: entry.threadRoot,
      );
      _failures = 0;
      _entries.remove(entry);
      _sent.add(message);
      await _save();
      return true;
    } on ApiError catch (error) {
      // It waits for the next sign-in.
      if (error.isSignedOut) return false;
      if (error.mayRetry) {
        // Nobody knows whether it arrived: the next try carries the same client_id, and those behind it wait.
        _later(error.retryAfter);
        return false;
      }
      entry.refusal = error.code;
      await _save();
      return true;
    }
  }

  void _later(Duration? atLeast) {
    final wait = Duration(seconds: min(60, pow(2, min(_failures++, 6)).toInt()));
    _timer?.cancel();
    _timer = Timer(atLeast != null && atLeast > wait ? atLeast : wait, () => unawaited(flush()));
  }

  /// Written beside the file and moved over it: a dead battery leaves the old list or the new one, never half of one.
  Future<void> _save() {
    _changes.add(entries);
    final text = jsonEncode(_entries);
    return _written = _written.then((_) async {
      final fresh = File('${_file.path}.new');
      await fresh.writeAsString(text, flush: true);
      await fresh.rename(_file.path);
    });
  }

  void close() => _timer?.cancel();
}
