export 'src/api.dart';
export 'src/catch_up.dart';
export 'src/models.dart';
export 'src/outbox.dart';
export 'src/room_socket.dart';
export 'src/session.dart';
