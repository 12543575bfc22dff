// Made from the contract by `npm run docs:api`; do not edit.

import 'dart:typed_data';

import 'models.dart';
import 'session.dart';

/// Every call of the REST interface, by the name of its operation. A refusal is an `ApiError`.
class ChatApi {
  const ChatApi(this._session);

  final ChatSession _session;

  /// POST /api/token/
  /// Tokens for a username (or e-mail address) and password, and a code where the person has a second factor.
  Future<SignInAnswer> signIn({required String username, required String password, String? otp}) async {
    final answer = await _session.call(
      'POST',
      '/api/token/',
      body: {'username': username, 'password': password, if (otp != null) 'otp': otp},
      signedIn: false,
    );
    return SignInAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/token/refresh/
  /// A new pair for a refresh token, which is spent by it.
  Future<RefreshSessionAnswer> refreshSession({required String refresh}) async {
    final answer = await _session.call('POST', '/api/token/refresh/', body: {'refresh': refresh}, signedIn: false);
    return RefreshSessionAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/token/verify/
  /// Whether a token is good.
  Future<void> verifyToken({required String token}) async {
    await _session.call('POST', '/api/token/verify/', body: {'token': token}, signedIn: false);
  }

  /// POST /api/token/revoke/
  /// Sign out the device of a refresh token.
  Future<void> revokeSession({required String refresh}) async {
    await _session.call('POST', '/api/token/revoke/', body: {'refresh': refresh}, signedIn: false);
  }

  /// POST /api/token/revoke-all/
  /// Sign out all of one's devices.
  Future<void> revokeAllSessions() async {
    await _session.call('POST', '/api/token/revoke-all/');
  }

  /// GET /api/chat/rooms/
  /// The caller's rooms, newest activity first.
  Future<PageOf<RoomListItem>> listRooms({
    int? page,
    int? pageSize,
    String? roomType,
    String? search,
    bool? unread,
    bool? includeArchived,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/chat/rooms/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (roomType != null) 'room_type': roomType,
        if (search != null) 'search': search,
        if (unread != null) 'unread': '$unread',
        if (includeArchived != null) 'include_archived': '$includeArchived',
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, RoomListItem.fromJson);
  }

  /// POST /api/chat/rooms/
  /// Make a room; for the same pair the one direct room that exists.
  /// [clear] names what shall become null: name, description, task, property.
  Future<Room> createRoom({
    String? roomType,
    required List<int> participantIds,
    String? name,
    String? description,
    int? task,
    int? property,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/rooms/',
      body: {
        if (roomType != null) 'room_type': roomType,
        'participant_ids': participantIds,
        if (name != null) 'name': name,
        if (description != null) 'description': description,
        if (task != null) 'task': task,
        if (property != null) 'property': property,
        for (final key in clear) key: null,
      },
    );
    return Room.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/rooms/{id}/
  /// One room, archived ones too.
  Future<Room> getRoom({required String id}) async {
    final answer = await _session.call('GET', '/api/chat/rooms/${Uri.encodeComponent(id)}/');
    return Room.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/chat/rooms/{id}/
  /// Change name or description, and who may write.
  Future<Room> updateRoom({required String id, String? name, String? description, String? whoWrites}) async {
    final answer = await _session.call(
      'PATCH',
      '/api/chat/rooms/${Uri.encodeComponent(id)}/',
      body: {
        if (name != null) 'name': name,
        if (description != null) 'description': description,
        if (whoWrites != null) 'who_writes': whoWrites,
      },
    );
    return Room.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/chat/rooms/{id}/
  /// The same as archiving: nothing is erased.
  Future<void> deleteRoom({required String id}) async {
    await _session.call('DELETE', '/api/chat/rooms/${Uri.encodeComponent(id)}/');
  }

  /// POST /api/chat/rooms/{id}/archive/
  /// Archive a room.
  Future<Room> archiveRoom({required String id}) async {
    final answer = await _session.call('POST', '/api/chat/rooms/${Uri.encodeComponent(id)}/archive/');
    return Room.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/rooms/{id}/unarchive/
  /// Take a room out of the archive.
  Future<Room> unarchiveRoom({required String id}) async {
    final answer = await _session.call('POST', '/api/chat/rooms/${Uri.encodeComponent(id)}/unarchive/');
    return Room.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/rooms/{id}/leave/
  /// Leave a room.
  Future<LeaveRoomAnswer> leaveRoom({required String id}) async {
    final answer = await _session.call('POST', '/api/chat/rooms/${Uri.encodeComponent(id)}/leave/');
    return LeaveRoomAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/rooms/{id}/mark_read/
  /// Read a room to its end, or up to a number.
  Future<MarkRoomReadAnswer> markRoomRead({required String id, int? seq}) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/rooms/${Uri.encodeComponent(id)}/mark_read/',
      body: {if (seq != null) 'seq': seq},
    );
    return MarkRoomReadAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/rooms/{id}/stats/
  /// Counts of a room.
  Future<RoomStatsAnswer> roomStats({required String id}) async {
    final answer = await _session.call('GET', '/api/chat/rooms/${Uri.encodeComponent(id)}/stats/');
    return RoomStatsAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/messages/
  /// Messages as pages, or with `before`, `after`, `around` or `limit` as a cursor list.
  Future<ListMessagesAnswer> listMessages({
    String? room,
    String? threadRoot,
    bool? pinned,
    String? has,
    String? ordering,
    bool? includeDeleted,
    int? page,
    int? pageSize,
    int? limit,
    String? before,
    String? after,
    String? around,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/chat/messages/',
      query: {
        if (room != null) 'room': room,
        if (threadRoot != null) 'thread_root': threadRoot,
        if (pinned != null) 'pinned': '$pinned',
        if (has != null) 'has': has,
        if (ordering != null) 'ordering': ordering,
        if (includeDeleted != null) 'include_deleted': '$includeDeleted',
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (limit != null) 'limit': '$limit',
        if (before != null) 'before': before,
        if (after != null) 'after': after,
        if (around != null) 'around': around,
      },
    );
    return ListMessagesAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/messages/
  /// Send a message; the same `client_id` (or Idempotency-Key) again gives the first one back with 200.
  /// [clear] names what shall become null: reply_to, thread_root, client_id.
  Future<Message> sendMessage({
    required String room,
    String? content,
    String? messageType,
    String? replyTo,
    String? threadRoot,
    String? clientId,
    List<String>? attachmentIds,
    bool? beforeAfter,
    bool? acceptWarning,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/messages/',
      body: {
        'room': room,
        if (content != null) 'content': content,
        if (messageType != null) 'message_type': messageType,
        if (replyTo != null) 'reply_to': replyTo,
        if (threadRoot != null) 'thread_root': threadRoot,
        if (clientId != null) 'client_id': clientId,
        if (attachmentIds != null) 'attachment_ids': attachmentIds,
        if (beforeAfter != null) 'before_after': beforeAfter,
        if (acceptWarning != null) 'accept_warning': acceptWarning,
        for (final key in clear) key: null,
      },
    );
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/messages/search/
  /// Search the messages of the caller's rooms.
  Future<PageOf<SearchMessagesAnswerItem>> searchMessages({
    int? page,
    int? pageSize,
    required String q,
    String? room,
    int? sender,
    String? messageType,
    String? has,
    String? afterDate,
    String? beforeDate,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/chat/messages/search/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        'q': q,
        if (room != null) 'room': room,
        if (sender != null) 'sender': '$sender',
        if (messageType != null) 'message_type': messageType,
        if (has != null) 'has': has,
        if (afterDate != null) 'after_date': afterDate,
        if (beforeDate != null) 'before_date': beforeDate,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, SearchMessagesAnswerItem.fromJson);
  }

  /// GET /api/chat/messages/{id}/
  /// One message.
  Future<Message> getMessage({required String id}) async {
    final answer = await _session.call('GET', '/api/chat/messages/${Uri.encodeComponent(id)}/');
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/chat/messages/{id}/
  /// Change one's own message.
  Future<Message> editMessage({required String id, required String content, bool? acceptWarning}) async {
    final answer = await _session.call(
      'PATCH',
      '/api/chat/messages/${Uri.encodeComponent(id)}/',
      body: {'content': content, if (acceptWarning != null) 'accept_warning': acceptWarning},
    );
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/chat/messages/{id}/
  /// Delete a message: its sender or a room admin.
  Future<void> deleteMessage({required String id}) async {
    await _session.call('DELETE', '/api/chat/messages/${Uri.encodeComponent(id)}/');
  }

  /// POST /api/chat/messages/{id}/mark_read/
  /// Read up to and including this message.
  Future<Message> markMessageRead({required String id}) async {
    final answer = await _session.call('POST', '/api/chat/messages/${Uri.encodeComponent(id)}/mark_read/');
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/messages/{id}/reactions/
  /// React with one emoji; again changes nothing.
  Future<Message> addReaction({required String id, required String emoji}) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/messages/${Uri.encodeComponent(id)}/reactions/',
      body: {'emoji': emoji},
    );
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/chat/messages/{id}/reactions/{emoji}/
  /// Take one's own reaction back.
  Future<Message> removeReaction({required String id, required String emoji}) async {
    final answer = await _session.call(
      'DELETE',
      '/api/chat/messages/${Uri.encodeComponent(id)}/reactions/${Uri.encodeComponent(emoji)}/',
    );
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/messages/{id}/urgent/
  /// Make one's own message urgent: it is told through quiet hours; the reason is logged.
  Future<Message> makeUrgent({required String id, required String reason}) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/messages/${Uri.encodeComponent(id)}/urgent/',
      body: {'reason': reason},
    );
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/messages/{id}/pin/
  /// Pin a message.
  Future<Message> pinMessage({required String id}) async {
    final answer = await _session.call('POST', '/api/chat/messages/${Uri.encodeComponent(id)}/pin/');
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/messages/{id}/unpin/
  /// Unpin a message.
  Future<Message> unpinMessage({required String id}) async {
    final answer = await _session.call('POST', '/api/chat/messages/${Uri.encodeComponent(id)}/unpin/');
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/attachments/limits/
  /// What may be uploaded: sizes, numbers, types, and what is left of the day's quota.
  Future<UploadLimits> getUploadLimits() async {
    final answer = await _session.call('GET', '/api/chat/attachments/limits/');
    return UploadLimits.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/attachments/
  /// Upload a file, to be sent with a message by `attachment_ids` within a day.
  Future<Attachment> uploadAttachment({required Upload file, String? kind, int? durationMs, String? waveform}) async {
    final answer = await _session.upload(
      '/api/chat/attachments/',
      'file',
      file,
      {
        if (kind != null) 'kind': kind,
        if (durationMs != null) 'duration_ms': '$durationMs',
        if (waveform != null) 'waveform': waveform,
      },
    );
    return Attachment.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/attachments/{id}/file/
  /// The file itself, or a range of it.
  Future<Uint8List> getAttachmentFile({required String id, bool? download}) async {
    return _session.bytes(
      '/api/chat/attachments/${Uri.encodeComponent(id)}/file/',
      query: {if (download != null) 'download': '$download'},
    );
  }

  /// GET /api/chat/attachments/{id}/thumbnail/
  /// A small WebP of a picture.
  Future<Uint8List> getAttachmentThumbnail({required String id, bool? download}) async {
    return _session.bytes(
      '/api/chat/attachments/${Uri.encodeComponent(id)}/thumbnail/',
      query: {if (download != null) 'download': '$download'},
    );
  }

  /// GET /api/chat/attachments/{id}/preview/
  /// A WebP of a large picture, as large as a screen.
  Future<Uint8List> getAttachmentPreview({required String id, bool? download}) async {
    return _session.bytes(
      '/api/chat/attachments/${Uri.encodeComponent(id)}/preview/',
      query: {if (download != null) 'download': '$download'},
    );
  }

  /// DELETE /api/chat/messages/{id}/link_preview/
  /// Take the preview of its link off one's own message.
  Future<Message> removeLinkPreview({required String id}) async {
    final answer = await _session.call('DELETE', '/api/chat/messages/${Uri.encodeComponent(id)}/link_preview/');
    return Message.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/messages/{id}/link_preview/image/
  /// A small WebP of the picture of a message's link.
  Future<Uint8List> getLinkImage({required String id}) async {
    return _session.bytes('/api/chat/messages/${Uri.encodeComponent(id)}/link_preview/image/');
  }

  /// POST /api/chat/uploads/{id}/finish/
  /// Make a resumable upload whose bytes are all there an attachment of the same id, to be sent within a day.
  Future<Attachment> finishUpload({required String id, String? kind, int? durationMs, List<int>? waveform}) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/uploads/${Uri.encodeComponent(id)}/finish/',
      body: {
        if (kind != null) 'kind': kind,
        if (durationMs != null) 'duration_ms': durationMs,
        if (waveform != null) 'waveform': waveform,
      },
    );
    return Attachment.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/participants/
  /// Who is in a room.
  Future<PageOf<Participant>> listParticipants({int? page, int? pageSize, required String room}) async {
    final answer = await _session.call(
      'GET',
      '/api/chat/participants/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize', 'room': room},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, Participant.fromJson);
  }

  /// POST /api/chat/participants/
  /// Add somebody to a room.
  Future<Participant> addParticipant({required String room, required int user, bool? isAdmin}) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/participants/',
      body: {'room': room, 'user': user, if (isAdmin != null) 'is_admin': isAdmin},
    );
    return Participant.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/participants/{id}/
  /// One participant; 404 for one who left.
  Future<Participant> getParticipant({required int id}) async {
    final answer = await _session.call('GET', '/api/chat/participants/${Uri.encodeComponent('$id')}/');
    return Participant.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/chat/participants/{id}/
  /// Make somebody a room admin, or no longer.
  Future<Participant> updateParticipant({required int id, required bool isAdmin}) async {
    final answer = await _session.call(
      'PATCH',
      '/api/chat/participants/${Uri.encodeComponent('$id')}/',
      body: {'is_admin': isAdmin},
    );
    return Participant.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/chat/participants/{id}/
  /// Take somebody out of a room.
  Future<void> removeParticipant({required int id}) async {
    await _session.call('DELETE', '/api/chat/participants/${Uri.encodeComponent('$id')}/');
  }

  /// POST /api/chat/participants/{id}/silence/
  /// Silence somebody in a room until a time; without one, until it is lifted.
  /// [clear] names what shall become null: until.
  Future<Participant> silenceParticipant({required int id, DateTime? until, Set<String> clear = const {}}) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/participants/${Uri.encodeComponent('$id')}/silence/',
      body: {if (until != null) 'until': until.toUtc().toIso8601String(), for (final key in clear) key: null},
    );
    return Participant.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/chat/participants/{id}/silence/
  /// Let somebody who was silenced write again.
  Future<Participant> liftSilence({required int id}) async {
    final answer = await _session.call('DELETE', '/api/chat/participants/${Uri.encodeComponent('$id')}/silence/');
    return Participant.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/participants/{id}/notifications/
  /// Which messages of a room one is told of on one's devices: all, those that concern oneself, none.
  Future<Participant> setNotify({required int id, required String notify}) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/participants/${Uri.encodeComponent('$id')}/notifications/',
      body: {'notify': notify},
    );
    return Participant.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/chat/participants/{id}/mute/
  /// Mute a room for oneself.
  /// [clear] names what shall become null: muted_until.
  Future<Participant> muteParticipant({
    required int id,
    required bool muted,
    DateTime? mutedUntil,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/chat/participants/${Uri.encodeComponent('$id')}/mute/',
      body: {
        'muted': muted,
        if (mutedUntil != null) 'muted_until': mutedUntil.toUtc().toIso8601String(),
        for (final key in clear) key: null,
      },
    );
    return Participant.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/typing/
  /// Who is typing in a room now, without the caller.
  Future<PageOf<TypingSign>> listTyping({int? page, int? pageSize, required String room}) async {
    final answer = await _session.call(
      'GET',
      '/api/chat/typing/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize', 'room': room},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, TypingSign.fromJson);
  }

  /// GET /api/chat/sync/
  /// Every durable event since a cursor; without one, the present cursor.
  Future<SyncAnswer> sync({String? cursor, int? limit}) async {
    final answer = await _session.call(
      'GET',
      '/api/chat/sync/',
      query: {if (cursor != null) 'cursor': cursor, if (limit != null) 'limit': '$limit'},
    );
    return SyncAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/users/
  /// The directory of active staff.
  Future<PageOf<DirectoryUser>> listUsers({int? page, int? pageSize, String? search}) async {
    final answer = await _session.call(
      'GET',
      '/api/users/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (search != null) 'search': search,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, DirectoryUser.fromJson);
  }

  /// POST /api/users/
  /// Add a person: managers; nobody gives a role above their own.
  Future<Me> createUser({
    required String username,
    required String password,
    String? email,
    String? firstName,
    String? lastName,
    String? role,
    String? taskGroup,
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/users/',
      body: {
        'username': username,
        'password': password,
        if (email != null) 'email': email,
        if (firstName != null) 'first_name': firstName,
        if (lastName != null) 'last_name': lastName,
        if (role != null) 'role': role,
        if (taskGroup != null) 'task_group': taskGroup,
      },
    );
    return Me.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/users/me/
  /// One's own profile.
  Future<Me> getMe() async {
    final answer = await _session.call('GET', '/api/users/me/');
    return Me.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/users/me/
  /// Change one's own profile.
  /// [clear] names what shall become null: avatar_url, quiet_hours, mail_after.
  Future<Me> updateMe({
    String? firstName,
    String? lastName,
    String? locale,
    String? timezone,
    String? avatarUrl,
    Map<String, Object?>? quietHours,
    bool? doNotDisturb,
    bool? onDuty,
    bool? notificationText,
    num? mailAfter,
    List<String>? keywords,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'PATCH',
      '/api/users/me/',
      body: {
        if (firstName != null) 'first_name': firstName,
        if (lastName != null) 'last_name': lastName,
        if (locale != null) 'locale': locale,
        if (timezone != null) 'timezone': timezone,
        if (avatarUrl != null) 'avatar_url': avatarUrl,
        if (quietHours != null) 'quiet_hours': quietHours,
        if (doNotDisturb != null) 'do_not_disturb': doNotDisturb,
        if (onDuty != null) 'on_duty': onDuty,
        if (notificationText != null) 'notification_text': notificationText,
        if (mailAfter != null) 'mail_after': mailAfter,
        if (keywords != null) 'keywords': keywords,
        for (final key in clear) key: null,
      },
    );
    return Me.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/setup/
  /// Make the first superuser; as soon as there is anybody, this address does not exist.
  Future<Me> setUp({
    required String username,
    String? email,
    String? firstName,
    String? lastName,
    required String password,
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/setup/',
      body: {
        'username': username,
        if (email != null) 'email': email,
        if (firstName != null) 'first_name': firstName,
        if (lastName != null) 'last_name': lastName,
        'password': password,
      },
      signedIn: false,
    );
    return Me.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/users/{id}/
  /// Change a person; inactive ones are signed out everywhere.
  Future<Me> updateUser({
    required int id,
    String? username,
    String? password,
    String? email,
    String? firstName,
    String? lastName,
    String? role,
    String? taskGroup,
    bool? isActive,
  }) async {
    final answer = await _session.call(
      'PATCH',
      '/api/users/${Uri.encodeComponent('$id')}/',
      body: {
        if (username != null) 'username': username,
        if (password != null) 'password': password,
        if (email != null) 'email': email,
        if (firstName != null) 'first_name': firstName,
        if (lastName != null) 'last_name': lastName,
        if (role != null) 'role': role,
        if (taskGroup != null) 'task_group': taskGroup,
        if (isActive != null) 'is_active': isActive,
      },
    );
    return Me.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/users/me/blocks/
  /// Whom one has blocked, the newest first.
  Future<PageOf<Block>> listBlocks({int? page, int? pageSize}) async {
    final answer = await _session.call(
      'GET',
      '/api/users/me/blocks/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize'},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, Block.fromJson);
  }

  /// POST /api/users/{id}/block/
  /// Block a person: neither writes to the other directly, and one is not told of what they write; again changes nothing.
  Future<void> blockUser({required int id}) async {
    await _session.call('POST', '/api/users/${Uri.encodeComponent('$id')}/block/');
  }

  /// DELETE /api/users/{id}/block/
  /// Take a block back; where there is none nothing changes.
  Future<void> unblockUser({required int id}) async {
    await _session.call('DELETE', '/api/users/${Uri.encodeComponent('$id')}/block/');
  }

  /// GET /api/users/me/sessions/
  /// One's own signed-in browsers and phones, the last seen first.
  Future<PageOf<SignedInDevice>> listOwnSessions({int? page, int? pageSize}) async {
    final answer = await _session.call(
      'GET',
      '/api/users/me/sessions/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize'},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, SignedInDevice.fromJson);
  }

  /// DELETE /api/users/me/sessions/{id}/
  /// Sign one of one's own devices out; its sockets close within a second.
  Future<void> endOwnSession({required String id}) async {
    await _session.call('DELETE', '/api/users/me/sessions/${Uri.encodeComponent(id)}/');
  }

  /// DELETE /api/users/me/sessions/
  /// Sign all of one's own devices out but the one that asks.
  Future<void> endOtherSessions() async {
    await _session.call('DELETE', '/api/users/me/sessions/');
  }

  /// POST /api/users/me/password/
  /// Change one's own password; all devices but the one that asks are signed out.
  Future<void> changePassword({required String currentPassword, String? otp, required String password}) async {
    await _session.call(
      'POST',
      '/api/users/me/password/',
      body: {'current_password': currentPassword, if (otp != null) 'otp': otp, 'password': password},
    );
  }

  /// GET /api/users/{id}/sessions/
  /// A person's devices: managers, of nobody above them.
  Future<PageOf<SignedInDevice>> listUserSessions({required int id, int? page, int? pageSize}) async {
    final answer = await _session.call(
      'GET',
      '/api/users/${Uri.encodeComponent('$id')}/sessions/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize'},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, SignedInDevice.fromJson);
  }

  /// DELETE /api/users/{id}/sessions/{session}/
  /// Sign one of a person's devices out: managers, of nobody above them.
  Future<void> endUserSession({required int id, required String session}) async {
    await _session.call('DELETE', '/api/users/${Uri.encodeComponent('$id')}/sessions/${Uri.encodeComponent(session)}/');
  }

  /// DELETE /api/users/{id}/sessions/
  /// Sign all of a person's devices out: managers, of nobody above them.
  Future<void> endUserSessions({required int id}) async {
    await _session.call('DELETE', '/api/users/${Uri.encodeComponent('$id')}/sessions/');
  }

  /// GET /api/users/me/second-factor/
  /// Whether one has a second factor.
  Future<SecondFactor> getSecondFactor() async {
    final answer = await _session.call('GET', '/api/users/me/second-factor/');
    return SecondFactor.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/users/me/second-factor/
  /// A secret for one's authenticator app; it counts once a code of it was given.
  Future<BeginSecondFactorAnswer> beginSecondFactor({required String currentPassword}) async {
    final answer = await _session.call(
      'POST',
      '/api/users/me/second-factor/',
      body: {'current_password': currentPassword},
    );
    return BeginSecondFactorAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/users/me/second-factor/confirm/
  /// Turn the second factor on by a first code; the recovery codes are told this once.
  Future<ConfirmSecondFactorAnswer> confirmSecondFactor({required String otp}) async {
    final answer = await _session.call('POST', '/api/users/me/second-factor/confirm/', body: {'otp': otp});
    return ConfirmSecondFactorAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/users/me/second-factor/recovery-codes/
  /// New recovery codes; the earlier ones are good no more.
  Future<RenewRecoveryCodesAnswer> renewRecoveryCodes({required String currentPassword, String? otp}) async {
    final answer = await _session.call(
      'POST',
      '/api/users/me/second-factor/recovery-codes/',
      body: {'current_password': currentPassword, if (otp != null) 'otp': otp},
    );
    return RenewRecoveryCodesAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/users/me/second-factor/
  /// Turn one's second factor off.
  Future<void> endSecondFactor({required String currentPassword, String? otp}) async {
    await _session.call(
      'DELETE',
      '/api/users/me/second-factor/',
      body: {'current_password': currentPassword, if (otp != null) 'otp': otp},
    );
  }

  /// DELETE /api/users/{id}/second-factor/
  /// Take a person's second factor and passkeys, who has lost them; they are signed out: managers, of nobody above them.
  Future<void> resetSecondFactor({required int id}) async {
    await _session.call('DELETE', '/api/users/${Uri.encodeComponent('$id')}/second-factor/');
  }

  /// GET /api/users/me/passkeys/
  /// One's own passkeys.
  Future<ListPasskeysAnswer> listPasskeys() async {
    final answer = await _session.call('GET', '/api/users/me/passkeys/');
    return ListPasskeysAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/users/me/passkeys/options/
  /// What an authenticator makes a passkey from; it may be answered once, within five minutes.
  Future<NewPasskeyOptions> beginPasskey({required String currentPassword, String? otp}) async {
    final answer = await _session.call(
      'POST',
      '/api/users/me/passkeys/options/',
      body: {'current_password': currentPassword, if (otp != null) 'otp': otp},
    );
    return NewPasskeyOptions.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/users/me/passkeys/
  /// Keep the passkey that an authenticator has made.
  Future<Passkey> addPasskey({
    required String credentialId,
    required String clientData,
    required String attestation,
    List<String>? transports,
    required String name,
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/users/me/passkeys/',
      body: {
        'credential_id': credentialId,
        'client_data': clientData,
        'attestation': attestation,
        if (transports != null) 'transports': transports,
        'name': name,
      },
    );
    return Passkey.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/users/me/passkeys/{id}/
  /// Sign in by one of one's passkeys no more.
  Future<void> removePasskey({required String id}) async {
    await _session.call('DELETE', '/api/users/me/passkeys/${Uri.encodeComponent(id)}/');
  }

  /// POST /api/passkeys/options/
  /// What an authenticator signs to let its owner's browser in; it may be answered once, within five minutes.
  Future<PasskeySignInOptions> beginPasskeySignIn() async {
    final answer = await _session.call('POST', '/api/passkeys/options/', signedIn: false);
    return PasskeySignInOptions.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/devices/
  /// Be notified in the phone app: its FCM token, at each start of the app. It ends with the session.
  Future<PushDevice> registerDevice({required String token, required String platform}) async {
    final answer = await _session.call('POST', '/api/devices/', body: {'token': token, 'platform': platform});
    return PushDevice.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/devices/
  /// Be notified in the phone app no more.
  Future<void> removeDevice({required String token}) async {
    await _session.call('DELETE', '/api/devices/', body: {'token': token});
  }

  /// GET /api/push/
  /// The key that browsers subscribe with, and where one is notified.
  Future<GetPushAnswer> getPush() async {
    final answer = await _session.call('GET', '/api/push/');
    return GetPushAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/push/subscriptions/
  /// Be notified in this browser: its push subscription as the browser gives it, at each start.
  /// [clear] names what shall become null: expirationTime.
  Future<PushDevice> subscribePush({
    required String endpoint,
    required Map<String, Object?> keys,
    num? expirationTime,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/push/subscriptions/',
      body: {
        'endpoint': endpoint,
        'keys': keys,
        if (expirationTime != null) 'expirationTime': expirationTime,
        for (final key in clear) key: null,
      },
    );
    return PushDevice.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/push/subscriptions/
  /// Be notified in this browser no more.
  Future<void> unsubscribePush({required String endpoint}) async {
    await _session.call('DELETE', '/api/push/subscriptions/', body: {'endpoint': endpoint});
  }

  /// POST /api/push/test/
  /// Send oneself a notification, to all of one's devices.
  Future<TestPushAnswer> testPush() async {
    final answer = await _session.call('POST', '/api/push/test/');
    return TestPushAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/notifications/
  /// What concerned one within thirty days, newest first: mentions, replies, reactions, rooms one was brought into.
  Future<ListNoticesAnswer> listNotices({int? limit, DateTime? before}) async {
    final answer = await _session.call(
      'GET',
      '/api/notifications/',
      query: {if (limit != null) 'limit': '$limit', if (before != null) 'before': '$before'},
    );
    return ListNoticesAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/notifications/unsubscribe/
  /// End the e-mails of whoever got this link, by one request of their mail program (RFC 8058).
  Future<void> stopMail({required String token}) async {
    await _session.call('POST', '/api/notifications/unsubscribe/', query: {'token': token}, signedIn: false);
  }

  /// POST /api/notifications/seen/
  /// One has looked at what concerned one, up to this time.
  Future<SeeNoticesAnswer> seeNotices({required DateTime until}) async {
    final answer = await _session.call(
      'POST',
      '/api/notifications/seen/',
      body: {'until': until.toUtc().toIso8601String()},
    );
    return SeeNoticesAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/properties/
  /// The houses, by name.
  Future<PageOf<Property>> listProperties({int? page, int? pageSize, String? search}) async {
    final answer = await _session.call(
      'GET',
      '/api/properties/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (search != null) 'search': search,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, Property.fromJson);
  }

  /// POST /api/properties/
  /// Add a house: managers.
  Future<Property> createProperty({required String name, String? address}) async {
    final answer = await _session.call(
      'POST',
      '/api/properties/',
      body: {'name': name, if (address != null) 'address': address},
    );
    return Property.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/properties/{id}/
  /// One house.
  Future<Property> getProperty({required int id}) async {
    final answer = await _session.call('GET', '/api/properties/${Uri.encodeComponent('$id')}/');
    return Property.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/properties/{id}/
  /// Change a house: managers.
  Future<Property> updateProperty({required int id, String? name, String? address}) async {
    final answer = await _session.call(
      'PATCH',
      '/api/properties/${Uri.encodeComponent('$id')}/',
      body: {if (name != null) 'name': name, if (address != null) 'address': address},
    );
    return Property.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/properties/{id}/
  /// Delete a house, which archives its rooms: managers.
  Future<void> deleteProperty({required int id}) async {
    await _session.call('DELETE', '/api/properties/${Uri.encodeComponent('$id')}/');
  }

  /// GET /api/tasks/
  /// The tasks, newest first; by `ordering=due_date` the late ones first, those without a date after the others, and what is done or called off last.
  Future<PageOf<Task>> listTasks({
    int? page,
    int? pageSize,
    String? search,
    String? status,
    String? taskType,
    int? property,
    int? assignedTo,
    String? ordering,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/tasks/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (search != null) 'search': search,
        if (status != null) 'status': status,
        if (taskType != null) 'task_type': taskType,
        if (property != null) 'property': '$property',
        if (assignedTo != null) 'assigned_to': '$assignedTo',
        if (ordering != null) 'ordering': ordering,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, Task.fromJson);
  }

  /// POST /api/tasks/
  /// Add a task: managers.
  /// [clear] names what shall become null: property, assigned_to, due_date.
  Future<Task> createTask({
    required String title,
    String? description,
    String? taskType,
    String? status,
    int? property,
    int? assignedTo,
    DateTime? dueDate,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/tasks/',
      body: {
        'title': title,
        if (description != null) 'description': description,
        if (taskType != null) 'task_type': taskType,
        if (status != null) 'status': status,
        if (property != null) 'property': property,
        if (assignedTo != null) 'assigned_to': assignedTo,
        if (dueDate != null) 'due_date': dueDate.toUtc().toIso8601String(),
        for (final key in clear) key: null,
      },
    );
    return Task.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/tasks/{id}/
  /// One task.
  Future<Task> getTask({required int id}) async {
    final answer = await _session.call('GET', '/api/tasks/${Uri.encodeComponent('$id')}/');
    return Task.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/tasks/{id}/
  /// Change a task: managers; staff the status of their own.
  /// [clear] names what shall become null: property, assigned_to, due_date.
  Future<Task> updateTask({
    required int id,
    String? title,
    String? description,
    String? taskType,
    String? status,
    int? property,
    int? assignedTo,
    DateTime? dueDate,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'PATCH',
      '/api/tasks/${Uri.encodeComponent('$id')}/',
      body: {
        if (title != null) 'title': title,
        if (description != null) 'description': description,
        if (taskType != null) 'task_type': taskType,
        if (status != null) 'status': status,
        if (property != null) 'property': property,
        if (assignedTo != null) 'assigned_to': assignedTo,
        if (dueDate != null) 'due_date': dueDate.toUtc().toIso8601String(),
        for (final key in clear) key: null,
      },
    );
    return Task.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/tasks/{id}/
  /// Delete a task, which archives its rooms: managers.
  Future<void> deleteTask({required int id}) async {
    await _session.call('DELETE', '/api/tasks/${Uri.encodeComponent('$id')}/');
  }

  /// GET /api/admin/invites/
  /// Invitations, the newest first: managers.
  Future<PageOf<Invite>> listInvites({int? page, int? pageSize}) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/invites/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize'},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, Invite.fromJson);
  }

  /// POST /api/admin/invites/
  /// Make an invitation, to no role above one's own; the answer alone tells its code.
  Future<MadeInvite> createInvite({String? role, String? taskGroup, String? label, int? maxUses, int? hours}) async {
    final answer = await _session.call(
      'POST',
      '/api/admin/invites/',
      body: {
        if (role != null) 'role': role,
        if (taskGroup != null) 'task_group': taskGroup,
        if (label != null) 'label': label,
        if (maxUses != null) 'max_uses': maxUses,
        if (hours != null) 'hours': hours,
      },
    );
    return MadeInvite.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/admin/invites/{id}/
  /// Take an invitation back: managers, none to a role above their own.
  Future<void> revokeInvite({required String id}) async {
    await _session.call('DELETE', '/api/admin/invites/${Uri.encodeComponent(id)}/');
  }

  /// POST /api/users/{id}/password-link/
  /// A link by which a person sets a new password, once within 72 hours; earlier ones are taken back.
  Future<MadeCode> makePasswordLink({required int id}) async {
    final answer = await _session.call('POST', '/api/users/${Uri.encodeComponent('$id')}/password-link/');
    return MadeCode.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/codes/open/
  /// What a code lets one do; `not_found` for one that lets nobody in any more.
  Future<OpenedCode> openCode({required String code}) async {
    final answer = await _session.call('POST', '/api/codes/open/', body: {'code': code}, signedIn: false);
    return OpenedCode.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/codes/join/
  /// Make one's own account by an invitation's code.
  Future<Me> join({
    required String username,
    String? email,
    String? firstName,
    String? lastName,
    required String code,
    required String password,
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/codes/join/',
      body: {
        'username': username,
        if (email != null) 'email': email,
        if (firstName != null) 'first_name': firstName,
        if (lastName != null) 'last_name': lastName,
        'code': code,
        'password': password,
      },
      signedIn: false,
    );
    return Me.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/codes/password/
  /// Set one's password by the code of a link; all devices are signed out.
  Future<SetPasswordAnswer> setPassword({required String code, required String password}) async {
    final answer = await _session.call(
      'POST',
      '/api/codes/password/',
      body: {'code': code, 'password': password},
      signedIn: false,
    );
    return SetPasswordAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/reports/
  /// Report a message of one's rooms, or a person, to the moderators; once while that report is open.
  Future<FiledReport> fileReport({String? message, int? person, required String reason, String? note}) async {
    final answer = await _session.call(
      'POST',
      '/api/reports/',
      body: {
        if (message != null) 'message': message,
        if (person != null) 'person': person,
        'reason': reason,
        if (note != null) 'note': note,
      },
    );
    return FiledReport.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/reports/
  /// What was reported, about people who are neither oneself nor above: moderators.
  Future<PageOf<Report>> listReports({int? page, int? pageSize, String? status}) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/reports/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (status != null) 'status': status,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, Report.fromJson);
  }

  /// GET /api/admin/reports/{id}/
  /// A report with what was said around the message: moderators.
  Future<ReportWithContext> getReport({required String id}) async {
    final answer = await _session.call('GET', '/api/admin/reports/${Uri.encodeComponent(id)}/');
    return ReportWithContext.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/admin/reports/{id}/decisions/
  /// Do something about a report, which closes it (but `unhide` and `unsilence`); again changes nothing.
  /// [clear] names what shall become null: until.
  Future<ReportWithContext> decideReport({
    required String id,
    required String action,
    String? note,
    DateTime? until,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/admin/reports/${Uri.encodeComponent(id)}/decisions/',
      body: {
        'action': action,
        if (note != null) 'note': note,
        if (until != null) 'until': until.toUtc().toIso8601String(),
        for (final key in clear) key: null,
      },
    );
    return ReportWithContext.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/warnings/
  /// What moderators told the caller, the newest first.
  Future<ListWarningsAnswer> listWarnings() async {
    final answer = await _session.call('GET', '/api/warnings/');
    return ListWarningsAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/warnings/{id}/acknowledge/
  /// Say that one has read a warning; again changes nothing.
  Future<Warning> acknowledgeWarning({required String id}) async {
    final answer = await _session.call('POST', '/api/warnings/${Uri.encodeComponent(id)}/acknowledge/');
    return Warning.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/people/
  /// Every account, closed ones too: managers.
  Future<PageOf<Account>> listAccounts({
    int? page,
    int? pageSize,
    String? search,
    String? status,
    String? role,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/people/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (search != null) 'search': search,
        if (status != null) 'status': status,
        if (role != null) 'role': role,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, Account.fromJson);
  }

  /// POST /api/admin/people/import/
  /// Add people from a list with commas, all or none; a trial changes nothing. No passwords: each gets a link.
  Future<ImportPeopleAnswer> importPeople({required String csv, bool? trial}) async {
    final answer = await _session.call(
      'POST',
      '/api/admin/people/import/',
      body: {'csv': csv, if (trial != null) 'trial': trial},
    );
    return ImportPeopleAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/rooms/
  /// Every room but direct ones, seen from outside: managers.
  Future<PageOf<RoomFacts>> listAllRooms({
    int? page,
    int? pageSize,
    String? search,
    String? roomType,
    String? status,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/rooms/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (search != null) 'search': search,
        if (roomType != null) 'room_type': roomType,
        if (status != null) 'status': status,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, RoomFacts.fromJson);
  }

  /// PATCH /api/admin/rooms/{id}/
  /// Archive a room or bring it back without being in it: managers, no direct rooms.
  Future<RoomFacts> manageRoom({required String id, required bool archived}) async {
    final answer = await _session.call(
      'PATCH',
      '/api/admin/rooms/${Uri.encodeComponent(id)}/',
      body: {'archived': archived},
    );
    return RoomFacts.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/audit/export/
  /// The audit log as a list with commas, at most the newest 100,000 lines: superusers.
  Future<Uint8List> exportAudit({
    int? actor,
    String? action,
    String? targetType,
    String? targetId,
    String? afterDate,
    String? beforeDate,
  }) async {
    return _session.bytes(
      '/api/admin/audit/export/',
      query: {
        if (actor != null) 'actor': '$actor',
        if (action != null) 'action': action,
        if (targetType != null) 'target_type': targetType,
        if (targetId != null) 'target_id': targetId,
        if (afterDate != null) 'after_date': afterDate,
        if (beforeDate != null) 'before_date': beforeDate,
      },
    );
  }

  /// GET /api/admin/system/
  /// How the installation is: superusers.
  Future<SystemState> systemState() async {
    final answer = await _session.call('GET', '/api/admin/system/');
    return SystemState.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/push/
  /// What came of the notifications of the last 24 hours, and how many devices there are: superusers.
  Future<PushFacts> pushFacts() async {
    final answer = await _session.call('GET', '/api/admin/push/');
    return PushFacts.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/push/devices/
  /// Every browser and phone that is notified, the last registered first: superusers.
  Future<PageOf<AnyPushDevice>> listPushDevices({
    int? page,
    int? pageSize,
    String? search,
    String? platform,
    String? status,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/push/devices/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (search != null) 'search': search,
        if (platform != null) 'platform': platform,
        if (status != null) 'status': status,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, AnyPushDevice.fromJson);
  }

  /// DELETE /api/admin/push/devices/{id}/
  /// Notify a device no more; its person stays signed in, and may turn notifications on again: superusers.
  Future<void> removePushDevice({required String id}) async {
    await _session.call('DELETE', '/api/admin/push/devices/${Uri.encodeComponent(id)}/');
  }

  /// GET /api/admin/push/failures/
  /// Notifications of the last thirty days that did not reach their device, newest first: superusers.
  Future<PageOf<PushFailure>> listPushFailures({int? page, int? pageSize}) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/push/failures/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize'},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, PushFailure.fromJson);
  }

  /// GET /api/admin/settings/
  /// What is set for everybody: superusers.
  Future<HouseSettings> getSettings() async {
    final answer = await _session.call('GET', '/api/admin/settings/');
    return HouseSettings.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/admin/settings/
  /// Change what is set for everybody, from now on: superusers.
  /// [clear] names what shall become null: upload_mb_per_day, file_mb, message_days.
  Future<HouseSettings> updateSettings({
    int? uploadMbPerDay,
    int? fileMb,
    int? lockMinutes,
    Map<String, Object?>? limits,
    int? messageDays,
    Set<String> clear = const {},
  }) async {
    final answer = await _session.call(
      'PATCH',
      '/api/admin/settings/',
      body: {
        if (uploadMbPerDay != null) 'upload_mb_per_day': uploadMbPerDay,
        if (fileMb != null) 'file_mb': fileMb,
        if (lockMinutes != null) 'lock_minutes': lockMinutes,
        if (limits != null) 'limits': limits,
        if (messageDays != null) 'message_days': messageDays,
        for (final key in clear) key: null,
      },
    );
    return HouseSettings.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/filter/rules/
  /// The rules of the word filter, the oldest first: superusers.
  Future<ListFilterRulesAnswer> listFilterRules() async {
    final answer = await _session.call('GET', '/api/admin/filter/rules/');
    return ListFilterRulesAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/admin/filter/rules/
  /// Add a rule to the word filter, which counts from now on: superusers.
  Future<FilterRule> createFilterRule({
    required String kind,
    required String value,
    required String action,
    String? note,
  }) async {
    final answer = await _session.call(
      'POST',
      '/api/admin/filter/rules/',
      body: {'kind': kind, 'value': value, 'action': action, if (note != null) 'note': note},
    );
    return FilterRule.fromJson(answer as Map<String, dynamic>);
  }

  /// PATCH /api/admin/filter/rules/{id}/
  /// Change a rule of the word filter: superusers.
  Future<FilterRule> updateFilterRule({
    required int id,
    String? kind,
    String? value,
    String? action,
    String? note,
  }) async {
    final answer = await _session.call(
      'PATCH',
      '/api/admin/filter/rules/${Uri.encodeComponent('$id')}/',
      body: {
        if (kind != null) 'kind': kind,
        if (value != null) 'value': value,
        if (action != null) 'action': action,
        if (note != null) 'note': note,
      },
    );
    return FilterRule.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/admin/filter/rules/{id}/
  /// Take a rule off the word filter: superusers.
  Future<void> deleteFilterRule({required int id}) async {
    await _session.call('DELETE', '/api/admin/filter/rules/${Uri.encodeComponent('$id')}/');
  }

  /// POST /api/admin/filter/try/
  /// What would happen to a text; nothing is sent or kept: superusers.
  Future<FilterVerdict> tryFilter({required String text}) async {
    final answer = await _session.call('POST', '/api/admin/filter/try/', body: {'text': text});
    return FilterVerdict.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/chat/held/
  /// The caller's texts that wait for a moderator, and those refused that they have not put away, the oldest first.
  Future<ListOwnHeldAnswer> listOwnHeld() async {
    final answer = await _session.call('GET', '/api/chat/held/');
    return ListOwnHeldAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/chat/held/{id}/
  /// Take a waiting text of one's own back, or put a refused one away; again changes nothing.
  Future<void> takeBackHeld({required String id}) async {
    await _session.call('DELETE', '/api/chat/held/${Uri.encodeComponent(id)}/');
  }

  /// GET /api/admin/held/
  /// Texts that the word filter holds, of people who are neither oneself nor above: moderators.
  Future<PageOf<HeldForModerators>> listHeld({int? page, int? pageSize, String? status}) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/held/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (status != null) 'status': status,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, HeldForModerators.fromJson);
  }

  /// GET /api/admin/held/{id}/
  /// A held text with its files and what was said before it: moderators.
  Future<HeldWithContext> getHeld({required String id}) async {
    final answer = await _session.call('GET', '/api/admin/held/${Uri.encodeComponent(id)}/');
    return HeldWithContext.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/admin/held/{id}/release/
  /// Let a held text through: it becomes a message of its writer's now, once; again changes nothing.
  Future<HeldWithContext> releaseHeld({required String id}) async {
    final answer = await _session.call('POST', '/api/admin/held/${Uri.encodeComponent(id)}/release/');
    return HeldWithContext.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/admin/held/{id}/refuse/
  /// Do not let a held text through; its writer reads why. Again changes nothing.
  Future<HeldWithContext> refuseHeld({required String id, required String reason}) async {
    final answer = await _session.call(
      'POST',
      '/api/admin/held/${Uri.encodeComponent(id)}/refuse/',
      body: {'reason': reason},
    );
    return HeldWithContext.fromJson(answer as Map<String, dynamic>);
  }

  /// GET /api/admin/audit/
  /// Who did what to whom, the newest first: superusers.
  Future<PageOf<AuditEntry>> listAudit({
    int? page,
    int? pageSize,
    int? actor,
    String? action,
    String? targetType,
    String? targetId,
    String? afterDate,
    String? beforeDate,
  }) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/audit/',
      query: {
        if (page != null) 'page': '$page',
        if (pageSize != null) 'page_size': '$pageSize',
        if (actor != null) 'actor': '$actor',
        if (action != null) 'action': action,
        if (targetType != null) 'target_type': targetType,
        if (targetId != null) 'target_id': targetId,
        if (afterDate != null) 'after_date': afterDate,
        if (beforeDate != null) 'before_date': beforeDate,
      },
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, AuditEntry.fromJson);
  }

  /// GET /api/admin/shared-devices/
  /// Browsers that are approved for several people: managers.
  Future<PageOf<SharedDevice>> listSharedDevices({int? page, int? pageSize}) async {
    final answer = await _session.call(
      'GET',
      '/api/admin/shared-devices/',
      query: {if (page != null) 'page': '$page', if (pageSize != null) 'page_size': '$pageSize'},
    );
    return PageOf.fromJson(answer as Map<String, dynamic>, SharedDevice.fromJson);
  }

  /// POST /api/admin/shared-devices/
  /// Approve the browser that asks as a shared device, by a cookie that the answer sets: managers.
  Future<SharedDevice> approveSharedDevice({required String name, String? taskGroup}) async {
    final answer = await _session.call(
      'POST',
      '/api/admin/shared-devices/',
      body: {'name': name, if (taskGroup != null) 'task_group': taskGroup},
    );
    return SharedDevice.fromJson(answer as Map<String, dynamic>);
  }

  /// DELETE /api/admin/shared-devices/{id}/
  /// End a shared device; whoever came in there by a PIN is signed out within a second: managers.
  Future<void> revokeSharedDevice({required String id}) async {
    await _session.call('DELETE', '/api/admin/shared-devices/${Uri.encodeComponent(id)}/');
  }

  /// GET /api/users/me/pin/
  /// Whether one has a PIN for shared devices.
  Future<GetPinAnswer> getPin() async {
    final answer = await _session.call('GET', '/api/users/me/pin/');
    return GetPinAnswer.fromJson(answer as Map<String, dynamic>);
  }

  /// POST /api/users/me/pin/
  /// Set one's own PIN for shared devices; it takes the password, and `otp` of whoever has a second factor.
  Future<void> setPin({required String currentPassword, String? otp, required String pin}) async {
    await _session.call(
      'POST',
      '/api/users/me/pin/',
      body: {'current_password': currentPassword, if (otp != null) 'otp': otp, 'pin': pin},
    );
  }

  /// DELETE /api/users/me/pin/
  /// Remove one's own PIN; who came in by it is signed out.
  Future<void> removePin() async {
    await _session.call('DELETE', '/api/users/me/pin/');
  }
}
