import 'dart:async';
import 'dart:convert';
import 'dart:io';
import 'dart:math';

import 'models.dart';
import 'session.dart';

/// Why a room's connection has ended for good.
enum RoomClosed { notInRoom, unknownRoom, signedOut }

/// The raw WebSocket of one room, opened again whenever it breaks. It is a hint, the log is the truth: after each
/// [ConnectionEstablishedFrame] let the [CatchUp] run.
class RoomSocket {
  RoomSocket(this._session, this.room) {
    unawaited(_live());
  }

  final ChatSession _session;
  final String room;
  final StreamController<ServerFrame> _frames = StreamController<ServerFrame>.broadcast();
  final Completer<RoomClosed?> _ended = Completer<RoomClosed?>();
  final Random _random = Random();
  WebSocket? _socket;
  int _failures = 0;
  Completer<void>? _waiting;

  Stream<ServerFrame> get frames => _frames.stream;

  /// Completes when it will not be opened again; null after [close].
  Future<RoomClosed?> get ended => _ended.future;

  bool get isConnected => _socket != null;

  /// Returns false while there is no connection: then leave the message to the outbox.
  bool send(String message, {required String clientId, String? replyTo}) => _say({
    'type': 'chat_message',
    'message': message,
    'client_id': clientId,
    if (replyTo != null) 'reply_to': replyTo,
  });

  /// At most every few seconds while typing goes on: a sign lapses after ten by itself.
  bool typing(bool isTyping) => _say({'type': 'typing', 'is_typing': isTyping});

  /// Read up to and including this message.
  bool read(String messageId) => _say({'type': 'read_receipt', 'message_id': messageId});

  bool markRoomRead() => _say({'type': 'mark_room_read'});

  /// Answered by a [HistoryFrame], oldest first.
  bool history({String? before, int limit = 50}) => _say({
    'type': 'history',
    if (before != null) 'before': before,
    'limit': limit,
  });

  /// Call it when the phone has a network again, or comes to the foreground: waits no longer.
  void retryNow() {
    if (_waiting case final waiting? when !waiting.isCompleted) waiting.complete();
  }

  Future<void> close() async {
    _end(null);
    retryNow();
    await _socket?.close();
  }

  bool _say(Map<String, dynamic> frame) {
    final socket = _socket;
    if (socket == null) return false;
    socket.add(jsonEncode(frame));
    return true;
  }

  Future<void> _live() async {
    while (!_ended.isCompleted) {
      try {
        await _connection();
      } on ApiError catch (error) {
        if (error.isSignedOut) _end(RoomClosed.signedOut);
      } on IOException {
        // No network, or the server is restarting.
      } on TimeoutException {
        // The same.
      }
      _socket = null;
      if (!_ended.isCompleted) await _pause();
    }
    await _frames.close();
  }

  Future<void> _connection() async {
    final token = await _session.freshAccess();
    final address = _session.base
        .resolve('/ws/chat/$room/')
        .replace(scheme: _session.base.scheme == 'https' ? 'wss' : 'ws', queryParameters: {'token': token});
    final socket = await WebSocket.connect('$address').timeout(const Duration(seconds: 10));
    if (_ended.isCompleted) {
      await socket.close();
      return;
    }
    // A dead network is noticed within two of these.
    socket.pingInterval = const Duration(seconds: 10);
    await for (final dynamic data in socket) {
      if (data is! String) continue;
      final frame = ServerFrame.fromJson(jsonDecode(data) as Map<String, dynamic>);
      if (frame is ConnectionEstablishedFrame) {
        _socket = socket;
        _failures = 0;
      }
      if (!_frames.isClosed) _frames.add(frame);
    }
    switch (socket.closeCode) {
      case 4401:
        await _session.refused(token);
      case 4403:
        _end(RoomClosed.notInRoom);
      case 4404:
        _end(RoomClosed.unknownRoom);
    }
  }

  /// Half a second, then twice as long each time, at most 30 s; scattered, so that not all phones come back at once.
  Future<void> _pause() async {
    final most = min(30000, 500 * pow(2, min(_failures++, 6)).toInt());
    final waiting = _waiting = Completer<void>();
    final timer = Timer(Duration(milliseconds: most ~/ 2 + _random.nextInt(most ~/ 2)), retryNow);
    await waiting.future;
    timer.cancel();
  }

  void _end(RoomClosed? why) {
    if (!_ended.isCompleted) _ended.complete(why);
  }
}
