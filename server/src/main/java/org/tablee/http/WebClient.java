package org.tablee.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web client, all in memory from the start and found by their exact path: no path
 * is ever resolved against a disk.
 */
final class WebClient {
  /** Every page is this document, one for each language. */
  private static final String PAGE = "/index.";

  /** The addresses that the client makes pages of, each by name: any other path is no page. */
  private static final Pattern PAGES =
      Pattern.compile("/|/i|/t/[A-Za-z0-9_-]{1,64}(/|/frame|/diagnosis|/debate|/proposals)?");

  /** Below this, packing saves nothing. */
  private static final int GZIP_MIN = 512;

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final Map<String, Stored> files;

  /**
   * One file, as it is and packed.
   *
   * @param gzip {@code null} where packing saves nothing
   * @param brotli {@code null} where the build packed none
   */
  private record Stored(
      String type, Buffer plain, @Nullable Buffer gzip, @Nullable Buffer brotli) {}

  private WebClient(Map<String, Stored> files) {
    this.files = Map.copyOf(files);
  }

  /** Reads a folder of the class path; without one there is no client, and only the API answers. */
  static WebClient load(ClassLoader loader, String folder) {
    var url = loader.getResource(folder);
    if (url == null) {
      return new WebClient(Map.of());
    }
    try {
      var uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new WebClient(files(Path.of(uri)));
      }
      var jar = URI.create(uri.toString().substring(0, uri.toString().indexOf('!')));
      try (var system = FileSystems.newFileSystem(jar, Map.of())) {
        return new WebClient(files(system.getPath("/" + folder)));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no address of the client's files: " + url, e);
    } catch (IOException e) {
      throw new UncheckedIOException("the client's files cannot be read", e);
    }
  }

  private static Map<String, Stored> files(Path folder) throws IOException {
    var bytes = new HashMap<String, byte[]>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        bytes.put("/" + folder.relativize(file).toString().replace('\\', '/'), read(file));
      }
    }
    var files = new HashMap<String, Stored>();
    bytes.forEach((path, plain) -> {
      var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
      if (type != null) {
        files.put(path, stored(type, plain, bytes.get(path + ".gz"), bytes.get(path + ".br")));
      }
    });
    return files;
  }

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  private static Stored stored(
      String type, byte[] plain, byte @Nullable [] packed, byte @Nullable [] brotli) {
    var isPackable =
        plain.length >= GZIP_MIN && !type.startsWith("font/") && !type.equals("image/png");
    var gzip = packed == null && isPackable ? gzip(plain) : packed;
    return new Stored(
        type,
        Buffer.buffer(plain),
        gzip == null ? null : Buffer.buffer(gzip),
        brotli == null ? null : Buffer.buffer(brotli));
  }

  private static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(packed)) {
      stream.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Answers a path of the client; false where it has none. */
  boolean answer(RoutingContext context) {
    var method = context.request().method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return false;
    }
    var path = Objects.requireNonNull(context.request().path());
    var isPage = PAGES.matcher(path).matches();
    var file = isPage ? page(context) : files.get(path);
    if (file == null || path.startsWith(PAGE)) {
      return false;
    }
    send(context, file, path);
    return true;
  }

  /** The client's own page for an address that is none; false where that is not asked for. */
  boolean answerLost(RoutingContext context) {
    var accept = context.request().getHeader(HttpHeaders.ACCEPT);
    var path = context.request().path();
    var page = page(context);
    var isPage = accept != null && accept.contains("text/html");
    if (page == null || !isPage || path == null || path.startsWith("/assets/")) {
      return false;
    }
    context.response().setStatusCode(404);
    send(context, page, PAGE);
    return true;
  }

  /**
   * The document in the language that the browser asks for, which has its words fetched at once: a
   * page that is told another language by the person fetches that one's by itself.
   */
  private @Nullable Stored page(RoutingContext context) {
    var locale = Refusals.locale(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return files.get(PAGE + locale.getLanguage() + ".html");
  }

  private static void send(RoutingContext context, Stored file, String path) {
    var response = context.response().putHeader(HttpHeaders.CONTENT_TYPE, file.type());
    if (path.startsWith("/assets/")) {
      // Their names change with their content.
      response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    } else if (!file.type().startsWith("text/html")) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }
    var body = file.plain();
    var accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    var brotli = file.brotli();
    var gzip = file.gzip();
    if (brotli != null || gzip != null) {
      response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (brotli != null && accepts(accepted, "br")) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "br");
      body = brotli;
    } else if (gzip != null && accepts(accepted, "gzip")) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      body = gzip;
    }
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private static boolean accepts(@Nullable String accepted, String encoding) {
    if (accepted == null) {
      return false;
    }
    for (var one : accepted.split(",")) {
      var parts = one.strip().split("\\s*;\\s*");
      if (parts[0].equalsIgnoreCase(encoding)) {
        return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
