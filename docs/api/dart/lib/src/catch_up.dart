import 'dart:convert';
import 'dart:io';

import 'api.dart';
import 'models.dart';
import 'session.dart';

/// What an app does with events. Applying one twice must be harmless.
abstract interface class ChatStore {
  Future<void> apply(RoomEvent event);

  /// The cursor is too old, or rooms came back: load the lists of rooms and the open messages afresh.
  Future<void> reload();
}

/// Brings the store up to date with the log, whatever was missed, for however long.
class CatchUp {
  CatchUp._(this._file, this._api, this._store, this._cursor, this._heads);

  /// [file] keeps the cursor, beside what the store keeps: both must be from the same moment.
  static Future<CatchUp> open(File file, ChatApi api, ChatStore store) async {
    if (!file.existsSync()) return CatchUp._(file, api, store, null, {});
    final kept = jsonDecode(await file.readAsString()) as Map<String, dynamic>;
    final heads = (kept['heads'] as Map<String, dynamic>).map((room, dynamic seq) => MapEntry(room, seq as int));
    return CatchUp._(file, api, store, kept['cursor'] as String?, heads);
  }

  final File _file;
  final ChatApi _api;
  final ChatStore _store;

  /// The newest number known of each room.
  final Map<String, int> _heads;
  String? _cursor;
  Future<void>? _running;

  /// Call it at the start, after each (re)connection, and when the app comes to the foreground.
  Future<void> run() => _running ??= _run().whenComplete(() => _running = null);

  /// A live event of Socket.IO's `events`. After a gap it is left to the log, which has all of them.
  Future<void> offer(RoomEvent event) async {
    if (_running case final running?) {
      // The log may have been read before this was committed.
      await running;
      return offer(event);
    }
    final seq = event.json['seq'];
    if (seq is int && seq > (_heads[event.json['room']] ?? seq - 1) + 1) return run();
    await _take(event);
    await _save();
  }

  Future<void> _run() async {
    for (;;) {
      final SyncAnswer answer;
      try {
        answer = await _api.sync(cursor: _cursor);
      } on ApiError catch (error) {
        if (error.code != 'bad_cursor') rethrow;
        _cursor = null;
        continue;
      }
      // Without a cursor the answer is where we are now; what lies before is in the lists.
      if (_cursor == null || answer.reset) {
        _heads.clear();
        await _store.reload();
      }
      for (final event in answer.events) {
        await _take(event);
      }
      _cursor = answer.cursor;
      // After the events: if the app dies in between they come once more, and never too few.
      await _save();
      if (!answer.hasMore) return;
    }
  }

  Future<void> _take(RoomEvent event) async {
    final room = event.json['room'] as String;
    final seq = event.json['seq'];
    if (seq is int) {
      if (seq <= (_heads[room] ?? 0)) return;
      _heads[room] = seq;
    }
    await _store.apply(event);
  }

  Future<void> _save() async {
    final fresh = File('${_file.path}.new');
    await fresh.writeAsString(jsonEncode({'cursor': _cursor, 'heads': _heads}), flush: true);
    await fresh.rename(_file.path);
  }
}
