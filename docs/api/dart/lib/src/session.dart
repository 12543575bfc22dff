import 'dart:async';
import 'dart:convert';
import 'dart:io';
import 'dart:math';
import 'dart:typed_data';

import 'models.dart';

/// A refusal by the server, or `offline` when it could not be reached or did not answer in time.
class ApiError implements Exception {
  const ApiError(this.status, this.code, this.detail, {this.fields = const {}, this.retryAfter});

  const ApiError.offline() : this(0, 'offline', 'The server cannot be reached.');

  final int status;

  /// Stable: decide by this, never by the sentence in [detail].
  final String code;
  final String detail;
  final Map<String, List<String>> fields;
  final Duration? retryAfter;

  /// The call may have been carried out: only the same call (a send: with the same client_id) may follow.
  bool get isUnknown => status == 0 || status >= 500;

  /// Nothing is wrong with the call itself; later it may succeed.
  bool get mayRetry => isUnknown || status == 429;

  bool get isSignedOut => status == 401;

  @override
  String toString() => 'ApiError $status $code: $detail';
}

class Tokens {
  const Tokens(this.access, this.refresh);

  final String access;
  final String refresh;
}

/// Where the tokens are kept. In an app: the keychain (flutter_secure_storage), never plain preferences.
abstract interface class TokenStore {
  Future<Tokens?> read();
  Future<void> write(Tokens? tokens);
}

/// A file to upload.
class Upload {
  const Upload(this.name, this.bytes, {this.contentType = 'application/octet-stream'});

  final String name;
  final Uint8List bytes;
  final String contentType;
}

/// One signed-in device: its tokens, and every HTTP call made with them.
class ChatSession {
  ChatSession(this.base, this._store, {HttpClient? client})
    : _client = client ?? (HttpClient()..connectionTimeout = const Duration(seconds: 10));

  /// The server, such as `https://chat.example.com`.
  final Uri base;
  final TokenStore _store;
  final HttpClient _client;
  final StreamController<void> _signedOut = StreamController<void>.broadcast();
  Tokens? _tokens;
  Future<Tokens>? _refreshing;

  /// Fires when the server has ended this session: show the sign-in.
  Stream<void> get signedOut => _signedOut.stream;

  /// Whether a session was kept on this device. Asks no server: the app opens without a network.
  Future<bool> restore() async => (_tokens = await _store.read()) != null;

  Future<SignInAnswer> signIn(String username, String password) async {
    final body = {'username': username, 'password': password};
    final answer = await call('POST', '/api/token/', body: body, signedIn: false) as Map<String, dynamic>;
    final signedIn = SignInAnswer.fromJson(answer);
    await _keep(Tokens(signedIn.access, signedIn.refresh));
    return signedIn;
  }

  /// Forgets the tokens first: signing out works without a network, too.
  Future<void> signOut() async {
    final tokens = _tokens;
    await _keep(null);
    if (tokens == null) return;
    try {
      await call('POST', '/api/token/revoke/', body: {'refresh': tokens.refresh}, signedIn: false);
    } on ApiError {
      // The tokens are gone from this device; on the server they run out by themselves.
    }
  }

  /// An access token that lives for at least half a minute more, for a connection about to be opened.
  Future<String> freshAccess() async {
    final tokens = _tokens ?? (throw const ApiError(401, 'unauthorized', 'Sign in first.'));
    return _secondsLeft(tokens.access) > 30 ? tokens.access : (await _refresh(tokens)).access;
  }

  /// A socket was closed with 4401: the token is not to be used again, however long it seems to live.
  Future<void> refused(String access) async {
    final tokens = _tokens;
    if (tokens != null && tokens.access == access) await _refresh(tokens);
  }

  /// A call with a JSON body and a JSON answer; null for 204.
  Future<dynamic> call(
    String method,
    String path, {
    Map<String, String> query = const {},
    Map<String, dynamic>? body,
    bool signedIn = true,
  }) {
    final bytes = body == null ? null : utf8.encode(jsonEncode(body));
    return _withToken(signedIn, (access) async {
      final (response, answer) = await _send(method, path, query, access, 'application/json', bytes);
      return _jsonOf(response, answer);
    });
  }

  /// The bytes of a file.
  Future<Uint8List> bytes(String path, {Map<String, String> query = const {}}) {
    return _withToken(true, (access) async {
      final (response, answer) = await _send('GET', path, query, access, null, null);
      if (response.statusCode >= 400) _jsonOf(response, answer);
      return answer;
    });
  }

  /// A file as multipart/form-data, with fields beside it.
  Future<dynamic> upload(String path, String field, Upload file, Map<String, String> fields) {
    final boundary = 'aristay-${newClientId()}';
    String quoted(String name) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    final form = BytesBuilder();
    for (final MapEntry(:key, :value) in fields.entries) {
      form.add(utf8.encode('--$boundary\r\nContent-Disposition: form-data; name="$key"\r\n\r\n$value\r\n'));
    }
    final disposition = 'form-data; name="$field"; filename="${quoted(file.name)}"';
    form
      ..add(utf8.encode('--$boundary\r\nContent-Disposition: $disposition\r\nContent-Type: ${file.contentType}\r\n\r\n'))
      ..add(file.bytes)
      ..add(utf8.encode('\r\n--$boundary--\r\n'));
    final body = form.takeBytes();
    return _withToken(true, (access) async {
      final (response, answer) = await _send('POST', path, {}, access, 'multipart/form-data; boundary=$boundary', body);
      return _jsonOf(response, answer);
    });
  }

  /// Once with the token at hand; if that has run out, once more with a new one.
  Future<T> _withToken<T>(bool signedIn, Future<T> Function(String? access) work) async {
    if (!signedIn) return work(null);
    final access = await freshAccess();
    try {
      return await work(access);
    } on ApiError catch (error) {
      final tokens = _tokens;
      if (error.status != 401 || error.code != 'unauthorized' || tokens == null) rethrow;
      // Another call may have got a new one meanwhile.
      return work(tokens.access == access ? (await _refresh(tokens)).access : tokens.access);
    }
  }

  /// All calls that need a new token wait for one refresh: a second one with the same token would end the session.
  Future<Tokens> _refresh(Tokens spent) {
    return _refreshing ??= _fetchTokens(spent).whenComplete(() => _refreshing = null);
  }

  Future<Tokens> _fetchTokens(Tokens spent) async {
    try {
      final body = {'refresh': spent.refresh};
      final answer = await call('POST', '/api/token/refresh/', body: body, signedIn: false) as Map<String, dynamic>;
      final pair = RefreshSessionAnswer.fromJson(answer);
      final tokens = Tokens(pair.access, pair.refresh);
      await _keep(tokens);
      return tokens;
    } on ApiError catch (error) {
      if (error.isSignedOut) {
        await _keep(null);
        _signedOut.add(null);
      }
      rethrow;
    }
  }

  Future<void> _keep(Tokens? tokens) {
    _tokens = tokens;
    return _store.write(tokens);
  }

  Future<(HttpClientResponse, Uint8List)> _send(
    String method,
    String path,
    Map<String, String> query,
    String? access,
    String? contentType,
    List<int>? body,
  ) async {
    final address = base.resolve(path).replace(queryParameters: query.isEmpty ? null : query);
    try {
      final request = await _client.openUrl(method, address);
      request.headers.set(HttpHeaders.acceptHeader, 'application/json');
      if (access != null) request.headers.set(HttpHeaders.authorizationHeader, 'Bearer $access');
      if (body != null) {
        request.headers.set(HttpHeaders.contentTypeHeader, contentType ?? 'application/json');
        request.contentLength = body.length;
        request.add(body);
      }
      final response = await request.close().timeout(const Duration(seconds: 30));
      final answer = BytesBuilder(copy: false);
      await response.forEach(answer.add).timeout(const Duration(seconds: 60));
      return (response, answer.takeBytes());
    } on IOException {
      throw const ApiError.offline();
    } on TimeoutException {
      throw const ApiError.offline();
    }
  }

  dynamic _jsonOf(HttpClientResponse response, Uint8List answer) {
    final dynamic json = _decoded(answer);
    if (response.statusCode < 400) return json;
    if (json is! Map<String, dynamic>) throw ApiError(response.statusCode, 'unknown', response.reasonPhrase);
    final refusal = Refusal.fromJson(json);
    final seconds = int.tryParse(response.headers.value(HttpHeaders.retryAfterHeader) ?? '');
    throw ApiError(
      response.statusCode,
      refusal.code,
      refusal.detail,
      fields: refusal.fields ?? const {},
      retryAfter: seconds == null ? null : Duration(seconds: seconds),
    );
  }

  dynamic _decoded(Uint8List answer) {
    if (answer.isEmpty) return null;
    try {
      return jsonDecode(utf8.decode(answer));
    } on FormatException {
      // A page of a proxy in between.
      return null;
    }
  }

  int _secondsLeft(String access) {
    final claims = jsonDecode(utf8.decode(base64Url.decode(base64Url.normalize(access.split('.')[1]))));
    final expires = (claims as Map<String, dynamic>)['exp'] as int;
    return expires - DateTime.now().millisecondsSinceEpoch ~/ 1000;
  }
}

final Random _random = Random.secure();

/// A UUID (version 4): made once for each message, when it is written, and kept with it.
String newClientId() {
  final bytes = List.generate(16, (_) => _random.nextInt(256));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  final hex = bytes.map((byte) => byte.toRadixString(16).padLeft(2, '0')).join();
  return [
    hex.substring(0, 8),
    hex.substring(8, 12),
    hex.substring(12, 16),
    hex.substring(16, 20),
    hex.substring(20),
  ].join('-');
}
