// Made from the contract by `npm run docs:api`; do not edit.

/// A page of a list. [next] and [previous] are absolute addresses.
class PageOf<T> {
  PageOf.fromJson(Map<String, dynamic> json, T Function(Map<String, dynamic>) read)
    : count = json['count'] as int,
      next = json['next'] as String?,
      previous = json['previous'] as String?,
      results = (json['results'] as List<dynamic>).map((dynamic item) => read(item as Map<String, dynamic>)).toList();
  final int count;
  final String? next;
  final String? previous;
  final List<T> results;
}

/// By its `type`; `json` is what came. The contract only grows: new types become [UnknownEvent].
sealed class RoomEvent {
  const RoomEvent(this.json);
  final Map<String, dynamic> json;
  static RoomEvent fromJson(Map<String, dynamic> json) => switch (json['type']) {
      'message.created' => MessageCreatedEvent(json),
      'message.updated' => MessageUpdatedEvent(json),
      'message.deleted' => MessageDeletedEvent(json),
      'message.pinned' => MessagePinnedEvent(json),
      'reaction.changed' => ReactionChangedEvent(json),
      'participant.joined' => ParticipantJoinedEvent(json),
      'participant.left' => ParticipantLeftEvent(json),
      'participant.updated' => ParticipantUpdatedEvent(json),
      'room.created' => RoomCreatedEvent(json),
      'room.updated' => RoomUpdatedEvent(json),
      'room.archived' => RoomArchivedEvent(json),
      'read.advanced' => ReadAdvancedEvent(json),
      _ => UnknownEvent(json),
    };
}

class UnknownEvent extends RoomEvent {
  const UnknownEvent(super.json);
}

class SharedMessage {
  SharedMessage.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = json['room'] as String,
      seq = json['seq'] as int,
      clientId = json['client_id'] as String?,
      sender = json['sender'] == null ? null : User.fromJson(json['sender'] as Map<String, dynamic>),
      messageType = json['message_type'] as String,
      content = json['content'] as String,
      attachment = json['attachment'] as String?,
      attachmentName = json['attachment_name'] as String,
      attachmentSize = json['attachment_size'] as int?,
      attachments = (json['attachments'] as List<dynamic>).map((dynamic item) => Attachment.fromJson(item as Map<String, dynamic>)).toList(),
      linkPreview = json['link_preview'] == null ? null : LinkPreview.fromJson(json['link_preview'] as Map<String, dynamic>),
      replyTo = json['reply_to'] == null ? null : SharedMessageReplyTo.fromJson(json['reply_to'] as Map<String, dynamic>),
      replyToId = json['reply_to_id'] as String?,
      threadRootId = json['thread_root_id'] as String?,
      replyCount = json['reply_count'] as int,
      reactions = (json['reactions'] as List<dynamic>).map((dynamic item) => Reaction.fromJson(item as Map<String, dynamic>)).toList(),
      mentions = (json['mentions'] as List<dynamic>).map((dynamic item) => item as int).toList(),
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String),
      isEdited = json['is_edited'] as bool,
      editedAt = json['edited_at'] == null ? null : DateTime.parse(json['edited_at'] as String),
      isDeleted = json['is_deleted'] as bool,
      deletedAt = json['deleted_at'] == null ? null : DateTime.parse(json['deleted_at'] as String),
      pinnedAt = json['pinned_at'] == null ? null : DateTime.parse(json['pinned_at'] as String),
      hiddenAt = json['hidden_at'] == null ? null : DateTime.parse(json['hidden_at'] as String),
      readCount = json['read_count'] as int,
      readBy = (json['read_by'] as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, DateTime.parse(value as String)));
  final String id;
  final String room;
  final int seq;
  final String? clientId;
  final User? sender;
  final String messageType;
  final String content;
  final String? attachment;
  final String attachmentName;
  final int? attachmentSize;
  final List<Attachment> attachments;
  final LinkPreview? linkPreview;
  final SharedMessageReplyTo? replyTo;
  final String? replyToId;
  final String? threadRootId;
  final int replyCount;
  final List<Reaction> reactions;
  final List<int> mentions;
  final DateTime createdAt;
  final DateTime modifiedAt;
  final bool isEdited;
  final DateTime? editedAt;
  final bool isDeleted;
  final DateTime? deletedAt;
  final DateTime? pinnedAt;
  final DateTime? hiddenAt;
  final int readCount;
  final Map<String, DateTime> readBy;
}

class User {
  User.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String;
  final int id;
  final String username;
  final String fullName;
  final String email;
}

class Attachment {
  Attachment.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      kind = json['kind'] as String,
      name = json['name'] as String,
      size = json['size'] as int,
      contentType = json['content_type'] as String,
      url = json['url'] as String,
      thumbnailUrl = json['thumbnail_url'] as String?,
      previewUrl = json['preview_url'] as String?,
      width = json['width'] as int?,
      height = json['height'] as int?,
      durationMs = json['duration_ms'] as int?,
      waveform = json['waveform'] == null ? null : (json['waveform'] as List<dynamic>).map((dynamic item) => item as int).toList(),
      placeholder = json['placeholder'] as String?,
      pages = json['pages'] as int?,
      moment = json['moment'] as String?;
  final String id;
  final String kind;
  final String name;
  final int size;
  final String contentType;
  final String url;
  final String? thumbnailUrl;
  final String? previewUrl;
  final int? width;
  final int? height;
  final int? durationMs;
  final List<int>? waveform;
  final String? placeholder;
  final int? pages;
  final String? moment;
}

class LinkPreview {
  LinkPreview.fromJson(Map<String, dynamic> json)
    : url = json['url'] as String,
      title = json['title'] as String,
      description = json['description'] as String,
      siteName = json['site_name'] as String,
      imageUrl = json['image_url'] as String?,
      imageWidth = json['image_width'] as int?,
      imageHeight = json['image_height'] as int?;
  final String url;
  final String title;
  final String description;
  final String siteName;
  final String? imageUrl;
  final int? imageWidth;
  final int? imageHeight;
}

class SharedMessageReplyTo {
  SharedMessageReplyTo.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      sender = json['sender'] == null ? null : SharedMessageReplyToSender.fromJson(json['sender'] as Map<String, dynamic>),
      content = json['content'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final SharedMessageReplyToSender? sender;
  final String content;
  final DateTime createdAt;
}

class SharedMessageReplyToSender {
  SharedMessageReplyToSender.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String;
  final int id;
  final String username;
}

class Reaction {
  Reaction.fromJson(Map<String, dynamic> json)
    : emoji = json['emoji'] as String,
      count = json['count'] as int,
      userIds = (json['user_ids'] as List<dynamic>).map((dynamic item) => item as int).toList();
  final String emoji;
  final int count;
  final List<int> userIds;
}

class MessageCreatedEvent extends RoomEvent {
  MessageCreatedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = SharedMessage.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final SharedMessage data;
}

class MessageUpdatedEvent extends RoomEvent {
  MessageUpdatedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = SharedMessage.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final SharedMessage data;
}

class MessageDeletedEvent extends RoomEvent {
  MessageDeletedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = SharedMessage.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final SharedMessage data;
}

class MessagePinnedEvent extends RoomEvent {
  MessagePinnedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = SharedMessage.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final SharedMessage data;
}

class ReactionChangedEventData {
  ReactionChangedEventData.fromJson(Map<String, dynamic> json)
    : messageId = json['message_id'] as String,
      reactions = (json['reactions'] as List<dynamic>).map((dynamic item) => Reaction.fromJson(item as Map<String, dynamic>)).toList(),
      userId = json['user_id'] as int,
      emoji = json['emoji'] as String,
      on = json['on'] as bool;
  final String messageId;
  final List<Reaction> reactions;
  final int userId;
  final String emoji;
  final bool on;
}

class ReactionChangedEvent extends RoomEvent {
  ReactionChangedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = ReactionChangedEventData.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final ReactionChangedEventData data;
}

class Participant {
  Participant.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      user = User.fromJson(json['user'] as Map<String, dynamic>),
      room = json['room'] as String,
      joinedAt = DateTime.parse(json['joined_at'] as String),
      lastReadAt = json['last_read_at'] == null ? null : DateTime.parse(json['last_read_at'] as String),
      lastReadSeq = json['last_read_seq'] as int,
      isAdmin = json['is_admin'] as bool,
      unreadCount = json['unread_count'] as int,
      isMuted = json['is_muted'] as bool,
      mutedUntil = json['muted_until'] == null ? null : DateTime.parse(json['muted_until'] as String),
      notify = json['notify'] as String,
      silencedUntil = json['silenced_until'] == null ? null : DateTime.parse(json['silenced_until'] as String),
      leftAt = json['left_at'] == null ? null : DateTime.parse(json['left_at'] as String);
  final int id;
  final User user;
  final String room;
  final DateTime joinedAt;
  final DateTime? lastReadAt;
  final int lastReadSeq;
  final bool isAdmin;
  final int unreadCount;
  final bool isMuted;
  final DateTime? mutedUntil;
  final String notify;
  final DateTime? silencedUntil;
  final DateTime? leftAt;
}

class ParticipantJoinedEvent extends RoomEvent {
  ParticipantJoinedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = Participant.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final Participant data;
}

class ParticipantLeftEvent extends RoomEvent {
  ParticipantLeftEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = Participant.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final Participant data;
}

class ParticipantUpdatedEvent extends RoomEvent {
  ParticipantUpdatedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = Participant.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final Participant data;
}

class RoomListItem {
  RoomListItem.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      displayName = json['display_name'] as String,
      roomType = json['room_type'] as String,
      isActive = json['is_active'] as bool,
      unreadCount = json['unread_count'] as int,
      lastMessagePreview = json['last_message_preview'] as String,
      lastMessageTime = json['last_message_time'] == null ? null : DateTime.parse(json['last_message_time'] as String),
      participantCount = json['participant_count'] as int,
      modifiedAt = DateTime.parse(json['modified_at'] as String),
      mentionCount = json['mention_count'] as int,
      isMuted = json['is_muted'] as bool,
      lastSeq = json['last_seq'] as int,
      lastMessageSender = json['last_message_sender'] == null ? null : User.fromJson(json['last_message_sender'] as Map<String, dynamic>),
      otherUserId = json['other_user_id'] as int?,
      task = json['task'] as int?,
      property = json['property'] as int?,
      lastReadSeq = json['last_read_seq'] as int,
      notify = json['notify'] as String,
      whoWrites = json['who_writes'] as String,
      isAdmin = json['is_admin'] as bool,
      silencedUntil = json['silenced_until'] == null ? null : DateTime.parse(json['silenced_until'] as String);
  final String id;
  final String displayName;
  final String roomType;
  final bool isActive;
  final int unreadCount;
  final String lastMessagePreview;
  final DateTime? lastMessageTime;
  final int participantCount;
  final DateTime modifiedAt;
  final int mentionCount;
  final bool isMuted;
  final int lastSeq;
  final User? lastMessageSender;
  final int? otherUserId;
  final int? task;
  final int? property;
  final int lastReadSeq;
  final String notify;
  final String whoWrites;
  final bool isAdmin;
  final DateTime? silencedUntil;
}

class RoomCreatedEvent extends RoomEvent {
  RoomCreatedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = RoomListItem.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final RoomListItem data;
}

class RoomUpdatedEvent extends RoomEvent {
  RoomUpdatedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = RoomListItem.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final RoomListItem data;
}

class RoomArchivedEvent extends RoomEvent {
  RoomArchivedEvent(super.json)
    : room = json['room'] as String,
      seq = json['seq'] as int,
      at = DateTime.parse(json['at'] as String),
      data = RoomListItem.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final int seq;
  final DateTime at;
  final RoomListItem data;
}

class ReadAdvancedEventData {
  ReadAdvancedEventData.fromJson(Map<String, dynamic> json)
    : userId = json['user_id'] as int,
      seq = json['seq'] as int,
      readAt = DateTime.parse(json['read_at'] as String);
  final int userId;
  final int seq;
  final DateTime readAt;
}

class ReadAdvancedEvent extends RoomEvent {
  ReadAdvancedEvent(super.json)
    : room = json['room'] as String,
      at = DateTime.parse(json['at'] as String),
      data = ReadAdvancedEventData.fromJson(json['data'] as Map<String, dynamic>);
  final String room;
  final DateTime at;
  final ReadAdvancedEventData data;
}

/// By its `type`; `json` is what came. The contract only grows: new types become [UnknownFrame].
sealed class ServerFrame {
  const ServerFrame(this.json);
  final Map<String, dynamic> json;
  static ServerFrame fromJson(Map<String, dynamic> json) => switch (json['type']) {
      'connection_established' => ConnectionEstablishedFrame(json),
      'chat_message' => ChatMessageFrame(json),
      'message_updated' => MessageUpdatedFrame(json),
      'message_deleted' => MessageDeletedFrame(json),
      'typing' => TypingFrame(json),
      'read_receipt' => ReadReceiptFrame(json),
      'room_marked_read' => RoomMarkedReadFrame(json),
      'history' => HistoryFrame(json),
      'error' => ErrorFrame(json),
      _ => UnknownFrame(json),
    };
}

class UnknownFrame extends ServerFrame {
  const UnknownFrame(super.json);
}

class ConnectionEstablishedFrame extends ServerFrame {
  ConnectionEstablishedFrame(super.json)
    : roomId = json['room_id'] as String,
      unreadCount = json['unread_count'] as int,
      userId = json['user_id'] as int,
      username = json['username'] as String;
  final String roomId;
  final int unreadCount;
  final int userId;
  final String username;
}

class FrameMessage {
  FrameMessage.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = json['room'] as String,
      seq = json['seq'] as int,
      clientId = json['client_id'] as String?,
      sender = json['sender'] == null ? null : User.fromJson(json['sender'] as Map<String, dynamic>),
      messageType = json['message_type'] as String,
      content = json['content'] as String,
      attachment = json['attachment'] as String?,
      attachmentName = json['attachment_name'] as String,
      attachmentSize = json['attachment_size'] as int?,
      attachments = (json['attachments'] as List<dynamic>).map((dynamic item) => Attachment.fromJson(item as Map<String, dynamic>)).toList(),
      linkPreview = json['link_preview'] == null ? null : LinkPreview.fromJson(json['link_preview'] as Map<String, dynamic>),
      replyTo = json['reply_to'] == null ? null : FrameMessageReplyTo.fromJson(json['reply_to'] as Map<String, dynamic>),
      replyToId = json['reply_to_id'] as String?,
      threadRootId = json['thread_root_id'] as String?,
      replyCount = json['reply_count'] as int,
      reactions = (json['reactions'] as List<dynamic>).map((dynamic item) => Reaction.fromJson(item as Map<String, dynamic>)).toList(),
      mentions = (json['mentions'] as List<dynamic>).map((dynamic item) => item as int).toList(),
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String),
      isEdited = json['is_edited'] as bool,
      editedAt = json['edited_at'] == null ? null : DateTime.parse(json['edited_at'] as String),
      isDeleted = json['is_deleted'] as bool,
      deletedAt = json['deleted_at'] == null ? null : DateTime.parse(json['deleted_at'] as String),
      pinnedAt = json['pinned_at'] == null ? null : DateTime.parse(json['pinned_at'] as String),
      hiddenAt = json['hidden_at'] == null ? null : DateTime.parse(json['hidden_at'] as String),
      readCount = json['read_count'] as int,
      readBy = (json['read_by'] as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, DateTime.parse(value as String))),
      roomId = json['room_id'] as String;
  final String id;
  final String room;
  final int seq;
  final String? clientId;
  final User? sender;
  final String messageType;
  final String content;
  final String? attachment;
  final String attachmentName;
  final int? attachmentSize;
  final List<Attachment> attachments;
  final LinkPreview? linkPreview;
  final FrameMessageReplyTo? replyTo;
  final String? replyToId;
  final String? threadRootId;
  final int replyCount;
  final List<Reaction> reactions;
  final List<int> mentions;
  final DateTime createdAt;
  final DateTime modifiedAt;
  final bool isEdited;
  final DateTime? editedAt;
  final bool isDeleted;
  final DateTime? deletedAt;
  final DateTime? pinnedAt;
  final DateTime? hiddenAt;
  final int readCount;
  final Map<String, DateTime> readBy;
  final String roomId;
}

class FrameMessageReplyTo {
  FrameMessageReplyTo.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      sender = json['sender'] == null ? null : FrameMessageReplyToSender.fromJson(json['sender'] as Map<String, dynamic>),
      content = json['content'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final FrameMessageReplyToSender? sender;
  final String content;
  final DateTime createdAt;
}

class FrameMessageReplyToSender {
  FrameMessageReplyToSender.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String;
  final int id;
  final String username;
}

class ChatMessageFrame extends ServerFrame {
  ChatMessageFrame(super.json)
    : message = FrameMessage.fromJson(json['message'] as Map<String, dynamic>);
  final FrameMessage message;
}

class MessageUpdatedFrame extends ServerFrame {
  MessageUpdatedFrame(super.json)
    : message = FrameMessage.fromJson(json['message'] as Map<String, dynamic>);
  final FrameMessage message;
}

class MessageDeletedFrame extends ServerFrame {
  MessageDeletedFrame(super.json)
    : message = FrameMessage.fromJson(json['message'] as Map<String, dynamic>);
  final FrameMessage message;
}

class TypingFrame extends ServerFrame {
  TypingFrame(super.json)
    : userId = json['user_id'] as int,
      username = json['username'] as String,
      isTyping = json['is_typing'] as bool;
  final int userId;
  final String username;
  final bool isTyping;
}

class ReadReceiptFrame extends ServerFrame {
  ReadReceiptFrame(super.json)
    : messageId = json['message_id'] as String,
      userId = json['user_id'] as int,
      readAt = DateTime.parse(json['read_at'] as String);
  final String messageId;
  final int userId;
  final DateTime readAt;
}

class RoomMarkedReadFrame extends ServerFrame {
  RoomMarkedReadFrame(super.json)
    : roomId = json['room_id'] as String;
  final String roomId;
}

class HistoryFrame extends ServerFrame {
  HistoryFrame(super.json)
    : messages = (json['messages'] as List<dynamic>).map((dynamic item) => FrameMessage.fromJson(item as Map<String, dynamic>)).toList(),
      hasMore = json['has_more'] as bool;
  final List<FrameMessage> messages;
  final bool hasMore;
}

class ErrorFrame extends ServerFrame {
  ErrorFrame(super.json)
    : message = json['message'] as String,
      code = json['code'] as String,
      clientId = json['client_id'] as String?,
      retryAfter = json['retry_after'] as num?,
      until = json['until'] == null ? null : DateTime.parse(json['until'] as String);
  final String message;
  final String code;
  final String? clientId;
  final num? retryAfter;
  final DateTime? until;
}

class Refusal {
  Refusal.fromJson(Map<String, dynamic> json)
    : error = json['error'] as String,
      detail = json['detail'] as String,
      code = json['code'] as String,
      requestId = json['request_id'] as String,
      fields = json['fields'] == null ? null : (json['fields'] as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, (value as List<dynamic>).map((dynamic item) => item as String).toList())),
      until = json['until'] == null ? null : DateTime.parse(json['until'] as String);
  final String error;
  final String detail;
  final String code;
  final String requestId;
  final Map<String, List<String>>? fields;
  final DateTime? until;
}

class TypingNotice {
  TypingNotice.fromJson(Map<String, dynamic> json)
    : room = json['room'] as String,
      userId = json['user_id'] as int,
      username = json['username'] as String,
      isTyping = json['is_typing'] as bool;
  final String room;
  final int userId;
  final String username;
  final bool isTyping;
}

class PresenceNotice {
  PresenceNotice.fromJson(Map<String, dynamic> json)
    : userId = json['user_id'] as int,
      status = json['status'] as String,
      lastActiveAt = json['last_active_at'] == null ? null : DateTime.parse(json['last_active_at'] as String);
  final int userId;
  final String status;
  final DateTime? lastActiveAt;
}

class BlockNotice {
  BlockNotice.fromJson(Map<String, dynamic> json)
    : userId = json['user_id'] as int,
      blocked = json['blocked'] as bool;
  final int userId;
  final bool blocked;
}

class SignInAnswer {
  SignInAnswer.fromJson(Map<String, dynamic> json)
    : access = json['access'] as String,
      refresh = json['refresh'] as String,
      user = SignInAnswerUser.fromJson(json['user'] as Map<String, dynamic>);
  final String access;
  final String refresh;
  final SignInAnswerUser user;
}

class SignInAnswerUser {
  SignInAnswerUser.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      role = json['role'] as String,
      isSuperuser = json['is_superuser'] as bool;
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String role;
  final bool isSuperuser;
}

class RefreshSessionAnswer {
  RefreshSessionAnswer.fromJson(Map<String, dynamic> json)
    : access = json['access'] as String,
      refresh = json['refresh'] as String;
  final String access;
  final String refresh;
}

class VerifyTokenAnswer {
  VerifyTokenAnswer.fromJson(Map<String, dynamic> json);
}

class RevokeSessionAnswer {
  RevokeSessionAnswer.fromJson(Map<String, dynamic> json);
}

class RevokeAllSessionsAnswer {
  RevokeAllSessionsAnswer.fromJson(Map<String, dynamic> json);
}

class Room {
  Room.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      description = json['description'] as String,
      roomType = json['room_type'] as String,
      task = json['task'] as int?,
      property = json['property'] as int?,
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String),
      createdBy = json['created_by'] == null ? null : User.fromJson(json['created_by'] as Map<String, dynamic>),
      isActive = json['is_active'] as bool,
      archivedAt = json['archived_at'] == null ? null : DateTime.parse(json['archived_at'] as String),
      participants = (json['participants'] as List<dynamic>).map((dynamic item) => Participant.fromJson(item as Map<String, dynamic>)).toList(),
      participantCount = json['participant_count'] as int,
      lastMessage = json['last_message'] == null ? null : Message.fromJson(json['last_message'] as Map<String, dynamic>),
      unreadCount = json['unread_count'] as int,
      displayName = json['display_name'] as String,
      lastSeq = json['last_seq'] as int,
      whoWrites = json['who_writes'] as String;
  final String id;
  final String name;
  final String description;
  final String roomType;
  final int? task;
  final int? property;
  final DateTime createdAt;
  final DateTime modifiedAt;
  final User? createdBy;
  final bool isActive;
  final DateTime? archivedAt;
  final List<Participant> participants;
  final int participantCount;
  final Message? lastMessage;
  final int unreadCount;
  final String displayName;
  final int lastSeq;
  final String whoWrites;
}

class Message {
  Message.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = json['room'] as String,
      seq = json['seq'] as int,
      clientId = json['client_id'] as String?,
      sender = json['sender'] == null ? null : User.fromJson(json['sender'] as Map<String, dynamic>),
      messageType = json['message_type'] as String,
      content = json['content'] as String,
      attachment = json['attachment'] as String?,
      attachmentName = json['attachment_name'] as String,
      attachmentSize = json['attachment_size'] as int?,
      attachments = (json['attachments'] as List<dynamic>).map((dynamic item) => Attachment.fromJson(item as Map<String, dynamic>)).toList(),
      linkPreview = json['link_preview'] == null ? null : LinkPreview.fromJson(json['link_preview'] as Map<String, dynamic>),
      replyTo = json['reply_to'] == null ? null : MessageReplyTo.fromJson(json['reply_to'] as Map<String, dynamic>),
      replyToId = json['reply_to_id'] as String?,
      threadRootId = json['thread_root_id'] as String?,
      replyCount = json['reply_count'] as int,
      reactions = (json['reactions'] as List<dynamic>).map((dynamic item) => Reaction.fromJson(item as Map<String, dynamic>)).toList(),
      mentions = (json['mentions'] as List<dynamic>).map((dynamic item) => item as int).toList(),
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String),
      isEdited = json['is_edited'] as bool,
      editedAt = json['edited_at'] == null ? null : DateTime.parse(json['edited_at'] as String),
      isDeleted = json['is_deleted'] as bool,
      deletedAt = json['deleted_at'] == null ? null : DateTime.parse(json['deleted_at'] as String),
      pinnedAt = json['pinned_at'] == null ? null : DateTime.parse(json['pinned_at'] as String),
      hiddenAt = json['hidden_at'] == null ? null : DateTime.parse(json['hidden_at'] as String),
      readCount = json['read_count'] as int,
      readBy = (json['read_by'] as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, DateTime.parse(value as String))),
      isRead = json['is_read'] as bool;
  final String id;
  final String room;
  final int seq;
  final String? clientId;
  final User? sender;
  final String messageType;
  final String content;
  final String? attachment;
  final String attachmentName;
  final int? attachmentSize;
  final List<Attachment> attachments;
  final LinkPreview? linkPreview;
  final MessageReplyTo? replyTo;
  final String? replyToId;
  final String? threadRootId;
  final int replyCount;
  final List<Reaction> reactions;
  final List<int> mentions;
  final DateTime createdAt;
  final DateTime modifiedAt;
  final bool isEdited;
  final DateTime? editedAt;
  final bool isDeleted;
  final DateTime? deletedAt;
  final DateTime? pinnedAt;
  final DateTime? hiddenAt;
  final int readCount;
  final Map<String, DateTime> readBy;
  final bool isRead;
}

class MessageReplyTo {
  MessageReplyTo.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      sender = json['sender'] == null ? null : MessageReplyToSender.fromJson(json['sender'] as Map<String, dynamic>),
      content = json['content'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final MessageReplyToSender? sender;
  final String content;
  final DateTime createdAt;
}

class MessageReplyToSender {
  MessageReplyToSender.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String;
  final int id;
  final String username;
}

class LeaveRoomAnswer {
  LeaveRoomAnswer.fromJson(Map<String, dynamic> json)
    : message = json['message'] as String;
  final String message;
}

class MarkRoomReadAnswer {
  MarkRoomReadAnswer.fromJson(Map<String, dynamic> json)
    : message = json['message'] as String;
  final String message;
}

class RoomStatsAnswer {
  RoomStatsAnswer.fromJson(Map<String, dynamic> json)
    : messageCount = json['message_count'] as int,
      participantCount = json['participant_count'] as int,
      unreadCount = json['unread_count'] as int,
      lastMessageAt = json['last_message_at'] == null ? null : DateTime.parse(json['last_message_at'] as String);
  final int messageCount;
  final int participantCount;
  final int unreadCount;
  final DateTime? lastMessageAt;
}

class ListMessagesAnswer {
  ListMessagesAnswer.fromJson(Map<String, dynamic> json)
    : count = json['count'] as int?,
      next = json['next'] as String?,
      previous = json['previous'] as String?,
      results = (json['results'] as List<dynamic>).map((dynamic item) => Message.fromJson(item as Map<String, dynamic>)).toList(),
      hasMore = json['has_more'] as bool?;
  final int? count;
  final String? next;
  final String? previous;
  final List<Message> results;
  final bool? hasMore;
}

class SearchMessagesAnswerItem {
  SearchMessagesAnswerItem.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = json['room'] as String,
      seq = json['seq'] as int,
      clientId = json['client_id'] as String?,
      sender = json['sender'] == null ? null : User.fromJson(json['sender'] as Map<String, dynamic>),
      messageType = json['message_type'] as String,
      content = json['content'] as String,
      attachment = json['attachment'] as String?,
      attachmentName = json['attachment_name'] as String,
      attachmentSize = json['attachment_size'] as int?,
      attachments = (json['attachments'] as List<dynamic>).map((dynamic item) => Attachment.fromJson(item as Map<String, dynamic>)).toList(),
      linkPreview = json['link_preview'] == null ? null : LinkPreview.fromJson(json['link_preview'] as Map<String, dynamic>),
      replyTo = json['reply_to'] == null ? null : SearchMessagesAnswerItemReplyTo.fromJson(json['reply_to'] as Map<String, dynamic>),
      replyToId = json['reply_to_id'] as String?,
      threadRootId = json['thread_root_id'] as String?,
      replyCount = json['reply_count'] as int,
      reactions = (json['reactions'] as List<dynamic>).map((dynamic item) => Reaction.fromJson(item as Map<String, dynamic>)).toList(),
      mentions = (json['mentions'] as List<dynamic>).map((dynamic item) => item as int).toList(),
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String),
      isEdited = json['is_edited'] as bool,
      editedAt = json['edited_at'] == null ? null : DateTime.parse(json['edited_at'] as String),
      isDeleted = json['is_deleted'] as bool,
      deletedAt = json['deleted_at'] == null ? null : DateTime.parse(json['deleted_at'] as String),
      pinnedAt = json['pinned_at'] == null ? null : DateTime.parse(json['pinned_at'] as String),
      hiddenAt = json['hidden_at'] == null ? null : DateTime.parse(json['hidden_at'] as String),
      readCount = json['read_count'] as int,
      readBy = (json['read_by'] as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, DateTime.parse(value as String))),
      isRead = json['is_read'] as bool,
      snippet = json['snippet'] as String;
  final String id;
  final String room;
  final int seq;
  final String? clientId;
  final User? sender;
  final String messageType;
  final String content;
  final String? attachment;
  final String attachmentName;
  final int? attachmentSize;
  final List<Attachment> attachments;
  final LinkPreview? linkPreview;
  final SearchMessagesAnswerItemReplyTo? replyTo;
  final String? replyToId;
  final String? threadRootId;
  final int replyCount;
  final List<Reaction> reactions;
  final List<int> mentions;
  final DateTime createdAt;
  final DateTime modifiedAt;
  final bool isEdited;
  final DateTime? editedAt;
  final bool isDeleted;
  final DateTime? deletedAt;
  final DateTime? pinnedAt;
  final DateTime? hiddenAt;
  final int readCount;
  final Map<String, DateTime> readBy;
  final bool isRead;
  final String snippet;
}

class SearchMessagesAnswerItemReplyTo {
  SearchMessagesAnswerItemReplyTo.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      sender = json['sender'] == null ? null : SearchMessagesAnswerItemReplyToSender.fromJson(json['sender'] as Map<String, dynamic>),
      content = json['content'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final SearchMessagesAnswerItemReplyToSender? sender;
  final String content;
  final DateTime createdAt;
}

class SearchMessagesAnswerItemReplyToSender {
  SearchMessagesAnswerItemReplyToSender.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String;
  final int id;
  final String username;
}

class UploadLimits {
  UploadLimits.fromJson(Map<String, dynamic> json)
    : maxFileBytes = json['max_file_bytes'] as int,
      maxFilesPerMessage = json['max_files_per_message'] as int,
      maxVoiceMs = json['max_voice_ms'] as int,
      dailyBytes = json['daily_bytes'] as int,
      dailyBytesLeft = json['daily_bytes_left'] as int,
      extensions = (json['extensions'] as List<dynamic>).map((dynamic item) => item as String).toList();
  final int maxFileBytes;
  final int maxFilesPerMessage;
  final int maxVoiceMs;
  final int dailyBytes;
  final int dailyBytesLeft;
  final List<String> extensions;
}

class TypingSign {
  TypingSign.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = json['room'] as String,
      user = User.fromJson(json['user'] as Map<String, dynamic>),
      startedAt = DateTime.parse(json['started_at'] as String);
  final String id;
  final String room;
  final User user;
  final DateTime startedAt;
}

class SyncAnswer {
  SyncAnswer.fromJson(Map<String, dynamic> json)
    : events = (json['events'] as List<dynamic>).map((dynamic item) => RoomEvent.fromJson(item as Map<String, dynamic>)).toList(),
      cursor = json['cursor'] as String,
      hasMore = json['has_more'] as bool,
      reset = json['reset'] as bool,
      keptFrom = json['kept_from'] == null ? null : DateTime.parse(json['kept_from'] as String);
  final List<RoomEvent> events;
  final String cursor;
  final bool hasMore;
  final bool reset;
  final DateTime? keptFrom;
}

class DirectoryUser {
  DirectoryUser.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      role = json['role'] as String,
      taskGroup = json['task_group'] as String,
      avatarUrl = json['avatar_url'] as String?,
      presence = Presence.fromJson(json['presence'] as Map<String, dynamic>);
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String role;
  final String taskGroup;
  final String? avatarUrl;
  final Presence presence;
}

class Presence {
  Presence.fromJson(Map<String, dynamic> json)
    : status = json['status'] as String,
      onDuty = json['on_duty'] as bool,
      lastActiveAt = json['last_active_at'] == null ? null : DateTime.parse(json['last_active_at'] as String);
  final String status;
  final bool onDuty;
  final DateTime? lastActiveAt;
}

class Me {
  Me.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      firstName = json['first_name'] as String,
      lastName = json['last_name'] as String,
      role = json['role'] as String,
      taskGroup = json['task_group'] as String,
      isActive = json['is_active'] as bool,
      isSuperuser = json['is_superuser'] as bool,
      locale = json['locale'] as String,
      timezone = json['timezone'] as String,
      avatarUrl = json['avatar_url'] as String?,
      presence = Presence.fromJson(json['presence'] as Map<String, dynamic>),
      quietHours = json['quiet_hours'] == null ? null : MeQuietHours.fromJson(json['quiet_hours'] as Map<String, dynamic>),
      doNotDisturb = json['do_not_disturb'] as bool,
      notificationText = json['notification_text'] as bool,
      mailAfter = json['mail_after'] as num?,
      keywords = (json['keywords'] as List<dynamic>).map((dynamic item) => item as String).toList();
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String firstName;
  final String lastName;
  final String role;
  final String taskGroup;
  final bool isActive;
  final bool isSuperuser;
  final String locale;
  final String timezone;
  final String? avatarUrl;
  final Presence presence;
  final MeQuietHours? quietHours;
  final bool doNotDisturb;
  final bool notificationText;
  final num? mailAfter;
  final List<String> keywords;
}

class MeQuietHours {
  MeQuietHours.fromJson(Map<String, dynamic> json)
    : days = (json['days'] as List<dynamic>).map((dynamic item) => item as int).toList(),
      start = json['start'] as String,
      end = json['end'] as String;
  final List<int> days;
  final String start;
  final String end;
}

class Block {
  Block.fromJson(Map<String, dynamic> json)
    : user = User.fromJson(json['user'] as Map<String, dynamic>),
      createdAt = DateTime.parse(json['created_at'] as String);
  final User user;
  final DateTime createdAt;
}

class SignedInDevice {
  SignedInDevice.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      kind = json['kind'] as String,
      deviceName = json['device_name'] as String,
      client = json['client'] as String?,
      platform = json['platform'] as String?,
      address = json['address'] as String,
      createdAt = DateTime.parse(json['created_at'] as String),
      lastSeenAt = json['last_seen_at'] == null ? null : DateTime.parse(json['last_seen_at'] as String),
      expiresAt = DateTime.parse(json['expires_at'] as String),
      current = json['current'] as bool;
  final String id;
  final String kind;
  final String deviceName;
  final String? client;
  final String? platform;
  final String address;
  final DateTime createdAt;
  final DateTime? lastSeenAt;
  final DateTime expiresAt;
  final bool current;
}

class SecondFactor {
  SecondFactor.fromJson(Map<String, dynamic> json)
    : enabled = json['enabled'] as bool,
      since = json['since'] == null ? null : DateTime.parse(json['since'] as String),
      recoveryCodesLeft = json['recovery_codes_left'] as int;
  final bool enabled;
  final DateTime? since;
  final int recoveryCodesLeft;
}

class BeginSecondFactorAnswer {
  BeginSecondFactorAnswer.fromJson(Map<String, dynamic> json)
    : secret = json['secret'] as String,
      uri = json['uri'] as String;
  final String secret;
  final String uri;
}

class ConfirmSecondFactorAnswer {
  ConfirmSecondFactorAnswer.fromJson(Map<String, dynamic> json)
    : recoveryCodes = (json['recovery_codes'] as List<dynamic>).map((dynamic item) => item as String).toList();
  final List<String> recoveryCodes;
}

class RenewRecoveryCodesAnswer {
  RenewRecoveryCodesAnswer.fromJson(Map<String, dynamic> json)
    : recoveryCodes = (json['recovery_codes'] as List<dynamic>).map((dynamic item) => item as String).toList();
  final List<String> recoveryCodes;
}

class ListPasskeysAnswer {
  ListPasskeysAnswer.fromJson(Map<String, dynamic> json)
    : results = (json['results'] as List<dynamic>).map((dynamic item) => Passkey.fromJson(item as Map<String, dynamic>)).toList();
  final List<Passkey> results;
}

class Passkey {
  Passkey.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      createdAt = DateTime.parse(json['created_at'] as String),
      lastUsedAt = json['last_used_at'] == null ? null : DateTime.parse(json['last_used_at'] as String);
  final String id;
  final String name;
  final DateTime createdAt;
  final DateTime? lastUsedAt;
}

class NewPasskeyOptions {
  NewPasskeyOptions.fromJson(Map<String, dynamic> json)
    : challenge = json['challenge'] as String,
      timeout = json['timeout'] as int,
      rp = NewPasskeyOptionsRp.fromJson(json['rp'] as Map<String, dynamic>),
      user = NewPasskeyOptionsUser.fromJson(json['user'] as Map<String, dynamic>),
      pubKeyCredParams = (json['pubKeyCredParams'] as List<dynamic>).map((dynamic item) => NewPasskeyOptionsPubKeyCredParamsItem.fromJson(item as Map<String, dynamic>)).toList(),
      excludeCredentials = (json['excludeCredentials'] as List<dynamic>).map((dynamic item) => NewPasskeyOptionsExcludeCredentialsItem.fromJson(item as Map<String, dynamic>)).toList(),
      authenticatorSelection = NewPasskeyOptionsAuthenticatorSelection.fromJson(json['authenticatorSelection'] as Map<String, dynamic>),
      attestation = json['attestation'] as String;
  final String challenge;
  final int timeout;
  final NewPasskeyOptionsRp rp;
  final NewPasskeyOptionsUser user;
  final List<NewPasskeyOptionsPubKeyCredParamsItem> pubKeyCredParams;
  final List<NewPasskeyOptionsExcludeCredentialsItem> excludeCredentials;
  final NewPasskeyOptionsAuthenticatorSelection authenticatorSelection;
  final String attestation;
}

class NewPasskeyOptionsRp {
  NewPasskeyOptionsRp.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String;
  final String id;
  final String name;
}

class NewPasskeyOptionsUser {
  NewPasskeyOptionsUser.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      displayName = json['displayName'] as String;
  final String id;
  final String name;
  final String displayName;
}

class NewPasskeyOptionsPubKeyCredParamsItem {
  NewPasskeyOptionsPubKeyCredParamsItem.fromJson(Map<String, dynamic> json)
    : alg = json['alg'] as int,
      type = json['type'] as String;
  final int alg;
  final String type;
}

class NewPasskeyOptionsExcludeCredentialsItem {
  NewPasskeyOptionsExcludeCredentialsItem.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      type = json['type'] as String;
  final String id;
  final String type;
}

class NewPasskeyOptionsAuthenticatorSelection {
  NewPasskeyOptionsAuthenticatorSelection.fromJson(Map<String, dynamic> json)
    : residentKey = json['residentKey'] as String,
      requireResidentKey = json['requireResidentKey'] as bool,
      userVerification = json['userVerification'] as String;
  final String residentKey;
  final bool requireResidentKey;
  final String userVerification;
}

class PasskeySignInOptions {
  PasskeySignInOptions.fromJson(Map<String, dynamic> json)
    : challenge = json['challenge'] as String,
      timeout = json['timeout'] as int,
      rpId = json['rpId'] as String,
      userVerification = json['userVerification'] as String;
  final String challenge;
  final int timeout;
  final String rpId;
  final String userVerification;
}

class PushDevice {
  PushDevice.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      kind = json['kind'] as String,
      platform = json['platform'] as String,
      createdAt = DateTime.parse(json['created_at'] as String),
      acceptedAt = json['accepted_at'] == null ? null : DateTime.parse(json['accepted_at'] as String),
      failure = json['failure'] as String?,
      current = json['current'] as bool;
  final String id;
  final String kind;
  final String platform;
  final DateTime createdAt;
  final DateTime? acceptedAt;
  final String? failure;
  final bool current;
}

class GetPushAnswer {
  GetPushAnswer.fromJson(Map<String, dynamic> json)
    : publicKey = json['public_key'] as String,
      devices = (json['devices'] as List<dynamic>).map((dynamic item) => PushDevice.fromJson(item as Map<String, dynamic>)).toList(),
      mail = json['mail'] as bool;
  final String publicKey;
  final List<PushDevice> devices;
  final bool mail;
}

class TestPushAnswer {
  TestPushAnswer.fromJson(Map<String, dynamic> json)
    : devices = json['devices'] as int;
  final int devices;
}

class ListNoticesAnswer {
  ListNoticesAnswer.fromJson(Map<String, dynamic> json)
    : results = (json['results'] as List<dynamic>).map((dynamic item) => Notice.fromJson(item as Map<String, dynamic>)).toList(),
      hasMore = json['has_more'] as bool,
      unreadCount = json['unread_count'] as int;
  final List<Notice> results;
  final bool hasMore;
  final int unreadCount;
}

class Notice {
  Notice.fromJson(Map<String, dynamic> json)
    : kind = json['kind'] as String,
      at = DateTime.parse(json['at'] as String),
      isUnread = json['is_unread'] as bool,
      room = NoticeRoom.fromJson(json['room'] as Map<String, dynamic>),
      actor = json['actor'] == null ? null : User.fromJson(json['actor'] as Map<String, dynamic>),
      message = json['message'] == null ? null : NoticeMessage.fromJson(json['message'] as Map<String, dynamic>),
      emoji = json['emoji'] as String?,
      held = json['held'] == null ? null : NoticeHeld.fromJson(json['held'] as Map<String, dynamic>);
  final String kind;
  final DateTime at;
  final bool isUnread;
  final NoticeRoom room;
  final User? actor;
  final NoticeMessage? message;
  final String? emoji;
  final NoticeHeld? held;
}

class NoticeRoom {
  NoticeRoom.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      displayName = json['display_name'] as String;
  final String id;
  final String displayName;
}

class NoticeMessage {
  NoticeMessage.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      threadRootId = json['thread_root_id'] as String?,
      preview = json['preview'] as String;
  final String id;
  final String? threadRootId;
  final String preview;
}

class NoticeHeld {
  NoticeHeld.fromJson(Map<String, dynamic> json)
    : preview = json['preview'] as String,
      reason = json['reason'] as String;
  final String preview;
  final String reason;
}

class StopMailAnswer {
  StopMailAnswer.fromJson(Map<String, dynamic> json);
}

class SeeNoticesAnswer {
  SeeNoticesAnswer.fromJson(Map<String, dynamic> json)
    : unreadCount = json['unread_count'] as int;
  final int unreadCount;
}

class Property {
  Property.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      name = json['name'] as String,
      address = json['address'] as String,
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String);
  final int id;
  final String name;
  final String address;
  final DateTime createdAt;
  final DateTime modifiedAt;
}

class Task {
  Task.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      title = json['title'] as String,
      description = json['description'] as String,
      taskType = json['task_type'] as String,
      status = json['status'] as String,
      property = json['property'] as int?,
      assignedTo = json['assigned_to'] == null ? null : User.fromJson(json['assigned_to'] as Map<String, dynamic>),
      createdBy = json['created_by'] == null ? null : User.fromJson(json['created_by'] as Map<String, dynamic>),
      dueDate = json['due_date'] == null ? null : DateTime.parse(json['due_date'] as String),
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String);
  final int id;
  final String title;
  final String description;
  final String taskType;
  final String status;
  final int? property;
  final User? assignedTo;
  final User? createdBy;
  final DateTime? dueDate;
  final DateTime createdAt;
  final DateTime modifiedAt;
}

class Invite {
  Invite.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      label = json['label'] as String,
      role = json['role'] as String,
      taskGroup = json['task_group'] as String,
      maxUses = json['max_uses'] as int,
      uses = json['uses'] as int,
      createdBy = User.fromJson(json['created_by'] as Map<String, dynamic>),
      createdAt = DateTime.parse(json['created_at'] as String),
      expiresAt = DateTime.parse(json['expires_at'] as String),
      status = json['status'] as String;
  final String id;
  final String label;
  final String role;
  final String taskGroup;
  final int maxUses;
  final int uses;
  final User createdBy;
  final DateTime createdAt;
  final DateTime expiresAt;
  final String status;
}

class MadeInvite {
  MadeInvite.fromJson(Map<String, dynamic> json)
    : code = json['code'] as String,
      url = json['url'] as String,
      expiresAt = DateTime.parse(json['expires_at'] as String),
      invite = Invite.fromJson(json['invite'] as Map<String, dynamic>);
  final String code;
  final String url;
  final DateTime expiresAt;
  final Invite invite;
}

class MadeCode {
  MadeCode.fromJson(Map<String, dynamic> json)
    : code = json['code'] as String,
      url = json['url'] as String,
      expiresAt = DateTime.parse(json['expires_at'] as String);
  final String code;
  final String url;
  final DateTime expiresAt;
}

class OpenedCode {
  OpenedCode.fromJson(Map<String, dynamic> json)
    : kind = json['kind'] as String,
      role = json['role'] as String,
      username = json['username'] as String?,
      invitedBy = json['invited_by'] as String;
  final String kind;
  final String role;
  final String? username;
  final String invitedBy;
}

class SetPasswordAnswer {
  SetPasswordAnswer.fromJson(Map<String, dynamic> json)
    : username = json['username'] as String;
  final String username;
}

class FiledReport {
  FiledReport.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      message = json['message'] as String?,
      person = User.fromJson(json['person'] as Map<String, dynamic>),
      reason = json['reason'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final String? message;
  final User person;
  final String reason;
  final DateTime createdAt;
}

class Report {
  Report.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      status = json['status'] as String,
      source = json['source'] as String,
      person = ReportPerson.fromJson(json['person'] as Map<String, dynamic>),
      message = json['message'] == null ? null : ReportMessage.fromJson(json['message'] as Map<String, dynamic>),
      reports = (json['reports'] as List<dynamic>).map((dynamic item) => ReportReportsItem.fromJson(item as Map<String, dynamic>)).toList(),
      decisions = (json['decisions'] as List<dynamic>).map((dynamic item) => ReportDecisionsItem.fromJson(item as Map<String, dynamic>)).toList(),
      openedAt = DateTime.parse(json['opened_at'] as String),
      closedAt = json['closed_at'] == null ? null : DateTime.parse(json['closed_at'] as String);
  final String id;
  final String status;
  final String source;
  final ReportPerson person;
  final ReportMessage? message;
  final List<ReportReportsItem> reports;
  final List<ReportDecisionsItem> decisions;
  final DateTime openedAt;
  final DateTime? closedAt;
}

class ReportPerson {
  ReportPerson.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      role = json['role'] as String,
      isActive = json['is_active'] as bool;
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String role;
  final bool isActive;
}

class ReportMessage {
  ReportMessage.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = ReportMessageRoom.fromJson(json['room'] as Map<String, dynamic>),
      content = json['content'] as String,
      state = json['state'] as String,
      senderPlace = json['sender_place'] as String,
      silencedUntil = json['silenced_until'] == null ? null : DateTime.parse(json['silenced_until'] as String),
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final ReportMessageRoom room;
  final String content;
  final String state;
  final String senderPlace;
  final DateTime? silencedUntil;
  final DateTime createdAt;
}

class ReportMessageRoom {
  ReportMessageRoom.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      roomType = json['room_type'] as String;
  final String id;
  final String name;
  final String roomType;
}

class ReportReportsItem {
  ReportReportsItem.fromJson(Map<String, dynamic> json)
    : reporter = json['reporter'] == null ? null : User.fromJson(json['reporter'] as Map<String, dynamic>),
      reason = json['reason'] as String,
      note = json['note'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final User? reporter;
  final String reason;
  final String note;
  final DateTime createdAt;
}

class ReportDecisionsItem {
  ReportDecisionsItem.fromJson(Map<String, dynamic> json)
    : actor = json['actor'] == null ? null : User.fromJson(json['actor'] as Map<String, dynamic>),
      action = json['action'] as String,
      note = json['note'] as String,
      until = json['until'] == null ? null : DateTime.parse(json['until'] as String),
      createdAt = DateTime.parse(json['created_at'] as String);
  final User? actor;
  final String action;
  final String note;
  final DateTime? until;
  final DateTime createdAt;
}

class ReportWithContext {
  ReportWithContext.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      status = json['status'] as String,
      source = json['source'] as String,
      person = ReportWithContextPerson.fromJson(json['person'] as Map<String, dynamic>),
      message = json['message'] == null ? null : ReportWithContextMessage.fromJson(json['message'] as Map<String, dynamic>),
      reports = (json['reports'] as List<dynamic>).map((dynamic item) => ReportWithContextReportsItem.fromJson(item as Map<String, dynamic>)).toList(),
      decisions = (json['decisions'] as List<dynamic>).map((dynamic item) => ReportWithContextDecisionsItem.fromJson(item as Map<String, dynamic>)).toList(),
      openedAt = DateTime.parse(json['opened_at'] as String),
      closedAt = json['closed_at'] == null ? null : DateTime.parse(json['closed_at'] as String),
      attachments = (json['attachments'] as List<dynamic>).map((dynamic item) => Attachment.fromJson(item as Map<String, dynamic>)).toList(),
      context = (json['context'] as List<dynamic>).map((dynamic item) => ReportWithContextContextItem.fromJson(item as Map<String, dynamic>)).toList();
  final String id;
  final String status;
  final String source;
  final ReportWithContextPerson person;
  final ReportWithContextMessage? message;
  final List<ReportWithContextReportsItem> reports;
  final List<ReportWithContextDecisionsItem> decisions;
  final DateTime openedAt;
  final DateTime? closedAt;
  final List<Attachment> attachments;
  final List<ReportWithContextContextItem> context;
}

class ReportWithContextPerson {
  ReportWithContextPerson.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      role = json['role'] as String,
      isActive = json['is_active'] as bool;
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String role;
  final bool isActive;
}

class ReportWithContextMessage {
  ReportWithContextMessage.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = ReportWithContextMessageRoom.fromJson(json['room'] as Map<String, dynamic>),
      content = json['content'] as String,
      state = json['state'] as String,
      senderPlace = json['sender_place'] as String,
      silencedUntil = json['silenced_until'] == null ? null : DateTime.parse(json['silenced_until'] as String),
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final ReportWithContextMessageRoom room;
  final String content;
  final String state;
  final String senderPlace;
  final DateTime? silencedUntil;
  final DateTime createdAt;
}

class ReportWithContextMessageRoom {
  ReportWithContextMessageRoom.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      roomType = json['room_type'] as String;
  final String id;
  final String name;
  final String roomType;
}

class ReportWithContextReportsItem {
  ReportWithContextReportsItem.fromJson(Map<String, dynamic> json)
    : reporter = json['reporter'] == null ? null : User.fromJson(json['reporter'] as Map<String, dynamic>),
      reason = json['reason'] as String,
      note = json['note'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final User? reporter;
  final String reason;
  final String note;
  final DateTime createdAt;
}

class ReportWithContextDecisionsItem {
  ReportWithContextDecisionsItem.fromJson(Map<String, dynamic> json)
    : actor = json['actor'] == null ? null : User.fromJson(json['actor'] as Map<String, dynamic>),
      action = json['action'] as String,
      note = json['note'] as String,
      until = json['until'] == null ? null : DateTime.parse(json['until'] as String),
      createdAt = DateTime.parse(json['created_at'] as String);
  final User? actor;
  final String action;
  final String note;
  final DateTime? until;
  final DateTime createdAt;
}

class ReportWithContextContextItem {
  ReportWithContextContextItem.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      sender = json['sender'] == null ? null : User.fromJson(json['sender'] as Map<String, dynamic>),
      content = json['content'] as String,
      createdAt = DateTime.parse(json['created_at'] as String),
      isReported = json['is_reported'] as bool;
  final String id;
  final User? sender;
  final String content;
  final DateTime createdAt;
  final bool isReported;
}

class ListWarningsAnswer {
  ListWarningsAnswer.fromJson(Map<String, dynamic> json)
    : results = (json['results'] as List<dynamic>).map((dynamic item) => Warning.fromJson(item as Map<String, dynamic>)).toList();
  final List<Warning> results;
}

class Warning {
  Warning.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      note = json['note'] as String,
      message = json['message'] as String?,
      createdAt = DateTime.parse(json['created_at'] as String),
      acknowledgedAt = json['acknowledged_at'] == null ? null : DateTime.parse(json['acknowledged_at'] as String);
  final String id;
  final String note;
  final String? message;
  final DateTime createdAt;
  final DateTime? acknowledgedAt;
}

class Account {
  Account.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      firstName = json['first_name'] as String,
      lastName = json['last_name'] as String,
      role = json['role'] as String,
      taskGroup = json['task_group'] as String,
      isActive = json['is_active'] as bool,
      isSuperuser = json['is_superuser'] as bool,
      locale = json['locale'] as String,
      timezone = json['timezone'] as String,
      avatarUrl = json['avatar_url'] as String?,
      presence = Presence.fromJson(json['presence'] as Map<String, dynamic>),
      quietHours = json['quiet_hours'] == null ? null : AccountQuietHours.fromJson(json['quiet_hours'] as Map<String, dynamic>),
      doNotDisturb = json['do_not_disturb'] as bool,
      notificationText = json['notification_text'] as bool,
      mailAfter = json['mail_after'] as num?,
      keywords = (json['keywords'] as List<dynamic>).map((dynamic item) => item as String).toList(),
      createdAt = DateTime.parse(json['created_at'] as String),
      hasPassword = json['has_password'] as bool,
      hasSecondFactor = json['has_second_factor'] as bool,
      passkeyCount = json['passkey_count'] as int,
      deviceCount = json['device_count'] as int;
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String firstName;
  final String lastName;
  final String role;
  final String taskGroup;
  final bool isActive;
  final bool isSuperuser;
  final String locale;
  final String timezone;
  final String? avatarUrl;
  final Presence presence;
  final AccountQuietHours? quietHours;
  final bool doNotDisturb;
  final bool notificationText;
  final num? mailAfter;
  final List<String> keywords;
  final DateTime createdAt;
  final bool hasPassword;
  final bool hasSecondFactor;
  final int passkeyCount;
  final int deviceCount;
}

class AccountQuietHours {
  AccountQuietHours.fromJson(Map<String, dynamic> json)
    : days = (json['days'] as List<dynamic>).map((dynamic item) => item as int).toList(),
      start = json['start'] as String,
      end = json['end'] as String;
  final List<int> days;
  final String start;
  final String end;
}

class ImportPeopleAnswer {
  ImportPeopleAnswer.fromJson(Map<String, dynamic> json)
    : created = json['created'] as int,
      lines = (json['lines'] as List<dynamic>).map((dynamic item) => ImportedLine.fromJson(item as Map<String, dynamic>)).toList();
  final int created;
  final List<ImportedLine> lines;
}

class ImportedLine {
  ImportedLine.fromJson(Map<String, dynamic> json)
    : line = json['line'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      role = json['role'] as String?,
      problem = json['problem'] as String?,
      url = json['url'] as String?;
  final int line;
  final String username;
  final String fullName;
  final String? role;
  final String? problem;
  final String? url;
}

class RoomFacts {
  RoomFacts.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      displayName = json['display_name'] as String,
      roomType = json['room_type'] as String,
      participantCount = json['participant_count'] as int,
      messageCount = json['message_count'] as int,
      createdAt = DateTime.parse(json['created_at'] as String),
      createdBy = json['created_by'] == null ? null : User.fromJson(json['created_by'] as Map<String, dynamic>),
      lastActivityAt = DateTime.parse(json['last_activity_at'] as String),
      archivedAt = json['archived_at'] == null ? null : DateTime.parse(json['archived_at'] as String),
      withoutAdmin = json['without_admin'] as bool;
  final String id;
  final String displayName;
  final String roomType;
  final int participantCount;
  final int messageCount;
  final DateTime createdAt;
  final User? createdBy;
  final DateTime lastActivityAt;
  final DateTime? archivedAt;
  final bool withoutAdmin;
}

class SystemState {
  SystemState.fromJson(Map<String, dynamic> json)
    : versions = SystemStateVersions.fromJson(json['versions'] as Map<String, dynamic>),
      process = SystemStateProcess.fromJson(json['process'] as Map<String, dynamic>),
      database = SystemStateDatabase.fromJson(json['database'] as Map<String, dynamic>),
      queue = SystemStateQueue.fromJson(json['queue'] as Map<String, dynamic>),
      storage = SystemStateStorage.fromJson(json['storage'] as Map<String, dynamic>),
      counts = SystemStateCounts.fromJson(json['counts'] as Map<String, dynamic>);
  final SystemStateVersions versions;
  final SystemStateProcess process;
  final SystemStateDatabase database;
  final SystemStateQueue queue;
  final SystemStateStorage storage;
  final SystemStateCounts counts;
}

class SystemStateVersions {
  SystemStateVersions.fromJson(Map<String, dynamic> json)
    : app = json['app'] as String,
      node = json['node'] as String,
      database = json['database'] as String;
  final String app;
  final String node;
  final String database;
}

class SystemStateProcess {
  SystemStateProcess.fromJson(Map<String, dynamic> json)
    : startedAt = DateTime.parse(json['started_at'] as String),
      memoryBytes = json['memory_bytes'] as int,
      sockets = json['sockets'] as int,
      peopleConnected = json['people_connected'] as int;
  final DateTime startedAt;
  final int memoryBytes;
  final int sockets;
  final int peopleConnected;
}

class SystemStateDatabase {
  SystemStateDatabase.fromJson(Map<String, dynamic> json)
    : sizeBytes = json['size_bytes'] as int,
      connections = json['connections'] as int,
      answerMs = json['answer_ms'] as num,
      migrations = json['migrations'] as int,
      embedded = json['embedded'] as bool;
  final int sizeBytes;
  final int connections;
  final num answerMs;
  final int migrations;
  final bool embedded;
}

class SystemStateQueue {
  SystemStateQueue.fromJson(Map<String, dynamic> json)
    : waiting = json['waiting'] as int,
      failing = json['failing'] as int,
      oldestAt = json['oldest_at'] == null ? null : DateTime.parse(json['oldest_at'] as String);
  final int waiting;
  final int failing;
  final DateTime? oldestAt;
}

class SystemStateStorage {
  SystemStateStorage.fromJson(Map<String, dynamic> json)
    : kind = json['kind'] as String,
      files = json['files'] as int,
      bytes = json['bytes'] as int,
      freeBytes = json['free_bytes'] as int?;
  final String kind;
  final int files;
  final int bytes;
  final int? freeBytes;
}

class SystemStateCounts {
  SystemStateCounts.fromJson(Map<String, dynamic> json)
    : people = json['people'] as int,
      activePeople = json['active_people'] as int,
      rooms = json['rooms'] as int,
      messages = json['messages'] as int,
      audit = json['audit'] as int;
  final int people;
  final int activePeople;
  final int rooms;
  final int messages;
  final int audit;
}

class PushFacts {
  PushFacts.fromJson(Map<String, dynamic> json)
    : day = PushFactsDay.fromJson(json['day'] as Map<String, dynamic>),
      devices = PushFactsDevices.fromJson(json['devices'] as Map<String, dynamic>),
      phones = json['phones'] as bool,
      mail = json['mail'] as bool;
  final PushFactsDay day;
  final PushFactsDevices devices;
  final bool phones;
  final bool mail;
}

class PushFactsDay {
  PushFactsDay.fromJson(Map<String, dynamic> json)
    : queued = json['queued'] as int,
      sent = json['sent'] as int,
      accepted = json['accepted'] as int,
      skipped = json['skipped'] as int,
      gone = json['gone'] as int,
      failed = json['failed'] as int;
  final int queued;
  final int sent;
  final int accepted;
  final int skipped;
  final int gone;
  final int failed;
}

class PushFactsDevices {
  PushFactsDevices.fromJson(Map<String, dynamic> json)
    : web = json['web'] as int,
      android = json['android'] as int,
      ios = json['ios'] as int,
      failing = json['failing'] as int;
  final int web;
  final int android;
  final int ios;
  final int failing;
}

class AnyPushDevice {
  AnyPushDevice.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      user = User.fromJson(json['user'] as Map<String, dynamic>),
      platform = json['platform'] as String,
      service = json['service'] as String,
      createdAt = DateTime.parse(json['created_at'] as String),
      acceptedAt = json['accepted_at'] == null ? null : DateTime.parse(json['accepted_at'] as String),
      failedAt = json['failed_at'] == null ? null : DateTime.parse(json['failed_at'] as String),
      failure = json['failure'] as String?;
  final String id;
  final User user;
  final String platform;
  final String service;
  final DateTime createdAt;
  final DateTime? acceptedAt;
  final DateTime? failedAt;
  final String? failure;
}

class PushFailure {
  PushFailure.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      at = DateTime.parse(json['at'] as String),
      user = User.fromJson(json['user'] as Map<String, dynamic>),
      platform = json['platform'] as String?,
      about = json['about'] as String,
      status = json['status'] as String,
      reason = json['reason'] as String,
      tries = json['tries'] as int;
  final int id;
  final DateTime at;
  final User user;
  final String? platform;
  final String about;
  final String status;
  final String reason;
  final int tries;
}

class HouseSettings {
  HouseSettings.fromJson(Map<String, dynamic> json)
    : uploadMbPerDay = json['upload_mb_per_day'] as int?,
      fileMb = json['file_mb'] as int?,
      lockMinutes = json['lock_minutes'] as int,
      limits = HouseSettingsLimits.fromJson(json['limits'] as Map<String, dynamic>),
      messageDays = json['message_days'] as int?,
      usual = HouseSettingsUsual.fromJson(json['usual'] as Map<String, dynamic>);
  final int? uploadMbPerDay;
  final int? fileMb;
  final int lockMinutes;
  final HouseSettingsLimits limits;
  final int? messageDays;
  final HouseSettingsUsual usual;
}

class HouseSettingsLimits {
  HouseSettingsLimits.fromJson(Map<String, dynamic> json)
    : send = json['send'] as int?,
      search = json['search'] as int?,
      createRoom = json['create_room'] as int?,
      upload = json['upload'] as int?,
      report = json['report'] as int?;
  final int? send;
  final int? search;
  final int? createRoom;
  final int? upload;
  final int? report;
}

class HouseSettingsUsual {
  HouseSettingsUsual.fromJson(Map<String, dynamic> json)
    : uploadMbPerDay = json['upload_mb_per_day'] as int,
      fileMb = json['file_mb'] as int,
      lockMinutes = json['lock_minutes'] as int,
      limits = HouseSettingsUsualLimits.fromJson(json['limits'] as Map<String, dynamic>);
  final int uploadMbPerDay;
  final int fileMb;
  final int lockMinutes;
  final HouseSettingsUsualLimits limits;
}

class HouseSettingsUsualLimits {
  HouseSettingsUsualLimits.fromJson(Map<String, dynamic> json)
    : send = json['send'] as int,
      search = json['search'] as int,
      createRoom = json['create_room'] as int,
      upload = json['upload'] as int,
      report = json['report'] as int;
  final int send;
  final int search;
  final int createRoom;
  final int upload;
  final int report;
}

class ListFilterRulesAnswer {
  ListFilterRulesAnswer.fromJson(Map<String, dynamic> json)
    : results = (json['results'] as List<dynamic>).map((dynamic item) => FilterRule.fromJson(item as Map<String, dynamic>)).toList();
  final List<FilterRule> results;
}

class FilterRule {
  FilterRule.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      kind = json['kind'] as String,
      value = json['value'] as String,
      action = json['action'] as String,
      note = json['note'] as String,
      createdAt = DateTime.parse(json['created_at'] as String),
      modifiedAt = DateTime.parse(json['modified_at'] as String);
  final int id;
  final String kind;
  final String value;
  final String action;
  final String note;
  final DateTime createdAt;
  final DateTime modifiedAt;
}

class FilterVerdict {
  FilterVerdict.fromJson(Map<String, dynamic> json)
    : action = json['action'] as String,
      matches = (json['matches'] as List<dynamic>).map((dynamic item) => FilterVerdictMatchesItem.fromJson(item as Map<String, dynamic>)).toList();
  final String action;
  final List<FilterVerdictMatchesItem> matches;
}

class FilterVerdictMatchesItem {
  FilterVerdictMatchesItem.fromJson(Map<String, dynamic> json)
    : rule = json['rule'] as int,
      action = json['action'] as String,
      text = json['text'] as String;
  final int rule;
  final String action;
  final String text;
}

class ListOwnHeldAnswer {
  ListOwnHeldAnswer.fromJson(Map<String, dynamic> json)
    : results = (json['results'] as List<dynamic>).map((dynamic item) => HeldText.fromJson(item as Map<String, dynamic>)).toList();
  final List<HeldText> results;
}

class HeldText {
  HeldText.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      room = json['room'] as String,
      clientId = json['client_id'] as String,
      status = json['status'] as String,
      content = json['content'] as String,
      attachments = (json['attachments'] as List<dynamic>).map((dynamic item) => Attachment.fromJson(item as Map<String, dynamic>)).toList(),
      replyTo = json['reply_to'] == null ? null : HeldTextReplyTo.fromJson(json['reply_to'] as Map<String, dynamic>),
      threadRootId = json['thread_root_id'] as String?,
      reason = json['reason'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final String room;
  final String clientId;
  final String status;
  final String content;
  final List<Attachment> attachments;
  final HeldTextReplyTo? replyTo;
  final String? threadRootId;
  final String reason;
  final DateTime createdAt;
}

class HeldTextReplyTo {
  HeldTextReplyTo.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      sender = json['sender'] == null ? null : HeldTextReplyToSender.fromJson(json['sender'] as Map<String, dynamic>),
      content = json['content'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final HeldTextReplyToSender? sender;
  final String content;
  final DateTime createdAt;
}

class HeldTextReplyToSender {
  HeldTextReplyToSender.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String;
  final int id;
  final String username;
}

class HeldForModerators {
  HeldForModerators.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      status = json['status'] as String,
      person = HeldForModeratorsPerson.fromJson(json['person'] as Map<String, dynamic>),
      room = HeldForModeratorsRoom.fromJson(json['room'] as Map<String, dynamic>),
      content = json['content'] as String,
      rules = (json['rules'] as List<dynamic>).map((dynamic item) => HeldForModeratorsRulesItem.fromJson(item as Map<String, dynamic>)).toList(),
      reason = json['reason'] as String,
      decidedBy = json['decided_by'] == null ? null : User.fromJson(json['decided_by'] as Map<String, dynamic>),
      decidedAt = json['decided_at'] == null ? null : DateTime.parse(json['decided_at'] as String),
      message = json['message'] as String?,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final String status;
  final HeldForModeratorsPerson person;
  final HeldForModeratorsRoom room;
  final String content;
  final List<HeldForModeratorsRulesItem> rules;
  final String reason;
  final User? decidedBy;
  final DateTime? decidedAt;
  final String? message;
  final DateTime createdAt;
}

class HeldForModeratorsPerson {
  HeldForModeratorsPerson.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      role = json['role'] as String,
      isActive = json['is_active'] as bool;
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String role;
  final bool isActive;
}

class HeldForModeratorsRoom {
  HeldForModeratorsRoom.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      roomType = json['room_type'] as String;
  final String id;
  final String name;
  final String roomType;
}

class HeldForModeratorsRulesItem {
  HeldForModeratorsRulesItem.fromJson(Map<String, dynamic> json)
    : rule = json['rule'] as int,
      text = json['text'] as String;
  final int rule;
  final String text;
}

class HeldWithContext {
  HeldWithContext.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      status = json['status'] as String,
      person = HeldWithContextPerson.fromJson(json['person'] as Map<String, dynamic>),
      room = HeldWithContextRoom.fromJson(json['room'] as Map<String, dynamic>),
      content = json['content'] as String,
      rules = (json['rules'] as List<dynamic>).map((dynamic item) => HeldWithContextRulesItem.fromJson(item as Map<String, dynamic>)).toList(),
      reason = json['reason'] as String,
      decidedBy = json['decided_by'] == null ? null : User.fromJson(json['decided_by'] as Map<String, dynamic>),
      decidedAt = json['decided_at'] == null ? null : DateTime.parse(json['decided_at'] as String),
      message = json['message'] as String?,
      createdAt = DateTime.parse(json['created_at'] as String),
      attachments = (json['attachments'] as List<dynamic>).map((dynamic item) => Attachment.fromJson(item as Map<String, dynamic>)).toList(),
      context = (json['context'] as List<dynamic>).map((dynamic item) => HeldWithContextContextItem.fromJson(item as Map<String, dynamic>)).toList();
  final String id;
  final String status;
  final HeldWithContextPerson person;
  final HeldWithContextRoom room;
  final String content;
  final List<HeldWithContextRulesItem> rules;
  final String reason;
  final User? decidedBy;
  final DateTime? decidedAt;
  final String? message;
  final DateTime createdAt;
  final List<Attachment> attachments;
  final List<HeldWithContextContextItem> context;
}

class HeldWithContextPerson {
  HeldWithContextPerson.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      username = json['username'] as String,
      fullName = json['full_name'] as String,
      email = json['email'] as String,
      role = json['role'] as String,
      isActive = json['is_active'] as bool;
  final int id;
  final String username;
  final String fullName;
  final String email;
  final String role;
  final bool isActive;
}

class HeldWithContextRoom {
  HeldWithContextRoom.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      roomType = json['room_type'] as String;
  final String id;
  final String name;
  final String roomType;
}

class HeldWithContextRulesItem {
  HeldWithContextRulesItem.fromJson(Map<String, dynamic> json)
    : rule = json['rule'] as int,
      text = json['text'] as String;
  final int rule;
  final String text;
}

class HeldWithContextContextItem {
  HeldWithContextContextItem.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      sender = json['sender'] == null ? null : User.fromJson(json['sender'] as Map<String, dynamic>),
      content = json['content'] as String,
      createdAt = DateTime.parse(json['created_at'] as String);
  final String id;
  final User? sender;
  final String content;
  final DateTime createdAt;
}

class AuditEntry {
  AuditEntry.fromJson(Map<String, dynamic> json)
    : id = json['id'] as int,
      at = DateTime.parse(json['at'] as String),
      actorId = json['actor_id'] as int?,
      actor = json['actor'] as String,
      actorName = json['actor_name'] as String?,
      action = json['action'] as String,
      targetType = json['target_type'] as String,
      targetId = json['target_id'] as String,
      targetName = json['target_name'] as String?,
      personName = json['person_name'] as String?,
      room = json['room'] == null ? null : AuditEntryRoom.fromJson(json['room'] as Map<String, dynamic>),
      details = (json['details'] as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, value as String)),
      names = (json['names'] as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, value as String)),
      address = json['address'] as String;
  final int id;
  final DateTime at;
  final int? actorId;
  final String actor;
  final String? actorName;
  final String action;
  final String targetType;
  final String targetId;
  final String? targetName;
  final String? personName;
  final AuditEntryRoom? room;
  final Map<String, String> details;
  final Map<String, String> names;
  final String address;
}

class AuditEntryRoom {
  AuditEntryRoom.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      roomType = json['room_type'] as String;
  final String id;
  final String name;
  final String roomType;
}

class SharedDevice {
  SharedDevice.fromJson(Map<String, dynamic> json)
    : id = json['id'] as String,
      name = json['name'] as String,
      taskGroup = json['task_group'] as String,
      approvedBy = User.fromJson(json['approved_by'] as Map<String, dynamic>),
      createdAt = DateTime.parse(json['created_at'] as String),
      lastUsedAt = json['last_used_at'] == null ? null : DateTime.parse(json['last_used_at'] as String),
      current = json['current'] as bool;
  final String id;
  final String name;
  final String taskGroup;
  final User approvedBy;
  final DateTime createdAt;
  final DateTime? lastUsedAt;
  final bool current;
}

class GetPinAnswer {
  GetPinAnswer.fromJson(Map<String, dynamic> json)
    : set = json['set'] as bool;
  final bool set;
}
