// Two people and their phones:
//
//     dart run example/main.dart http://localhost:3000 alice bob aristay-demo

import 'dart:async';
import 'dart:io';

import 'package:aristay_chat/aristay_chat.dart';

class MemoryTokens implements TokenStore {
  Tokens? _tokens;

  @override
  Future<Tokens?> read() async => _tokens;

  @override
  Future<void> write(Tokens? tokens) async => _tokens = tokens;
}

class PrintingStore implements ChatStore {
  final List<RoomEvent> events = [];

  @override
  Future<void> apply(RoomEvent event) async {
    events.add(event);
    switch (event) {
      case MessageCreatedEvent(:final data):
        stdout.writeln('  ${data.seq}: ${data.sender?.fullName}: ${data.content}');
      default:
        stdout.writeln('  ${event.json['type']}');
    }
  }

  @override
  Future<void> reload() async => stdout.writeln('  (the lists are loaded afresh)');
}

Future<void> main(List<String> arguments) async {
  final [address, first, second, password] = arguments;
  final folder = await Directory.systemTemp.createTemp('aristay-');
  final alice = ChatSession(Uri.parse(address), MemoryTokens());
  final bob = ChatSession(Uri.parse(address), MemoryTokens());
  final me = await alice.signIn(first, password);
  final other = await bob.signIn(second, password);
  stdout.writeln('Signed in: ${me.user.fullName} and ${other.user.fullName}.');

  final api = ChatApi(alice);
  final room = await api.createRoom(participantIds: [other.user.id]);
  final store = PrintingStore();
  final catchUp = await CatchUp.open(File('${folder.path}/cursor.json'), api, store);
  await catchUp.run();

  final live = RoomSocket(bob, room.id);
  await live.frames.firstWhere((frame) => frame is ConnectionEstablishedFrame);
  final heard = live.frames.firstWhere((frame) => frame is ChatMessageFrame);
  final outbox = await Outbox.open(File('${folder.path}/outbox.json'), api);
  final sent = outbox.sent.first;
  final written = await outbox.add(room: room.id, content: 'Hello from the phone.');
  final message = await sent;
  final frame = await heard as ChatMessageFrame;
  if (message.clientId != written.clientId || frame.message.id != message.id) throw StateError('Not the same message.');
  stdout.writeln('Sent once, heard live: ${frame.message.content}');

  live.read(message.id);
  await live.frames.firstWhere((frame) => frame is ReadReceiptFrame);
  final again = await api.sendMessage(room: room.id, content: written.content, clientId: written.clientId);
  if (again.id != message.id) throw StateError('Sent twice.');
  await api.addReaction(id: message.id, emoji: '👍');
  await api.editMessage(id: message.id, content: 'Hello again.');
  stdout.writeln('Missed meanwhile:');
  await catchUp.run();

  try {
    await api.getRoom(id: '00000000-0000-4000-8000-000000000000');
  } on ApiError catch (error) {
    stdout.writeln('Refused as it should be: $error');
  }
  // As when a socket was closed with 4401: all who notice it at once share one refresh.
  final token = await alice.freshAccess();
  await Future.wait([for (var i = 0; i < 5; i++) alice.refused(token)]);
  if (await alice.freshAccess() == token) throw StateError('Not refreshed.');
  await api.getMe();
  outbox.close();
  await live.close();
  await alice.signOut();
  await bob.signOut();
  await folder.delete(recursive: true);
  stdout.writeln('Done.');
  exit(0);
}
