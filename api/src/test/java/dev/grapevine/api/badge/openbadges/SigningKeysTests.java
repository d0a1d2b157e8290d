package dev.grapevine.api.badge.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.testing.TestBrand;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;

/** Creation, reading and validation of the signing key file, and signatures with its keys. */
class SigningKeysTests {

    private static final PublicUrl URL = PublicUrl.of("https://grapevine.example/");
    private static final String PAYLOAD = "{\"iss\":\"somebody\"}";

    @TempDir Path folder;

    Path path;

    @BeforeEach
    void resolvePath() {
        path = folder.resolve("keys/signing.pem");
    }

    @Test
    void createsAKeyFileForItsOwnerOnly() throws IOException {
        create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(new SigningKeyFile(path).read())
                .hasSize(1)
                .allMatch(key -> key.getModulus().bitLength() == 3072);
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void createsOneKeyUnderConcurrentStarts() throws Exception {
        var signatures =
                TestBrand.race(
                        TestBrand.copies(
                                8,
                                () -> {
                                    create();
                                    return keys().sign(PAYLOAD);
                                }));
        assertThat(new HashSet<>(signatures)).hasSize(1);
    }

    @Test
    void keepsAnExistingKey() throws IOException {
        create();
        var before = Files.readString(path);
        create();
        assertThat(Files.readString(path)).isEqualTo(before);
    }

    @Test
    void signsIdenticallyWithACopyOfTheFile() throws IOException {
        create();
        var copy = Files.copy(path, folder.resolve("copy.pem"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--------"));
        assertThat(new SigningKeys(new SigningKeyFile(copy), URL).sign(PAYLOAD))
                .isEqualTo(keys().sign(PAYLOAD));
    }

    @Test
    void signsWithTheFirstKeyAndPublishesEarlierKeys() throws Exception {
        create();
        var before = keys().sign(PAYLOAD);
        write(pem("RSA", 2048) + Files.readString(path));
        var rotated = keys();
        var after = rotated.sign(PAYLOAD);
        assertThat(kid(after)).isNotEqualTo(kid(before));
        var published =
                new JsonWebKeySet(JsonMapper.shared().writeValueAsString(rotated.published()));
        assertThat(published.getJsonWebKeys()).hasSize(2);
        assertThat(verifies(before, published)).isTrue();
        assertThat(verifies(after, published)).isTrue();
    }

    private static boolean verifies(String compact, JsonWebKeySet keys) throws JoseException {
        var jws = jws(compact);
        jws.setKey(keys.findJsonWebKey(jws.getKeyIdHeaderValue(), "RSA", "sig", "RS256").getKey());
        return jws.verifySignature();
    }

    private static String kid(String compact) throws JoseException {
        return jws(compact).getKeyIdHeaderValue();
    }

    private static JsonWebSignature jws(String compact) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(compact);
        return jws;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw------x", "rwxrwxrwx"})
    void rejectsAFileAccessibleToOtherUsers(String permissions) throws IOException {
        create();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        assertInvalid("is accessible to users other than its owner");
    }

    @Test
    void rejectsAMissingFile() {
        assertThatThrownBy(this::keys)
                .isInstanceOf(OpenBadgesMisconfigured.class)
                .hasMessageContaining("cannot be read")
                .hasMessageContaining(path.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "administrator=gv_live_x",
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n"
            })
    void rejectsAFileWithoutAPrivateKey(String text) {
        write(text);
        assertInvalid("contains text that is not a complete PEM block 'PRIVATE KEY' (PKCS#8)");
    }

    @Test
    void rejectsATruncatedFile() throws Exception {
        var second = pem("RSA", 2048);
        write(pem("RSA", 2048) + second.substring(0, second.length() / 2));
        assertInvalid("contains text that is not a complete PEM block 'PRIVATE KEY' (PKCS#8)");
    }

    @Test
    void rejectsKeysThatCannotSignByRs256() throws Exception {
        for (var pem :
                new String[] {
                    pem("RSA", 1024),
                    pem("EC", 256),
                    "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"
                }) {
            write(pem);
            assertInvalid("contains a key that is not RSA with at least 2048 bits");
        }
    }

    /** Flips a bit of the modulus, which the encoding does not protect. */
    @Test
    void rejectsAKeyWhosePublicKeyDoesNotMatch() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var encoded = generator.generateKeyPair().getPrivate().getEncoded();
        encoded[100] ^= 2;
        write(pem(encoded));
        assertThatThrownBy(this::keys)
                .isInstanceOf(OpenBadgesMisconfigured.class)
                .hasMessageMatching(".*contains a key (that cannot sign|whose signature .*)\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grapevine.example",
                "ftp://grapevine.example",
                "https://",
                "https://grapevine.example?x=1",
                "https://grapevine.example#x",
                "https://user@grapevine.example",
                "https://grape vine.example",
                "true"
            })
    void rejectsAnInvalidPublicUrl(String setting) {
        assertThatThrownBy(() -> PublicUrl.of(setting))
                .isInstanceOf(OpenBadgesMisconfigured.class)
                .hasMessage(
                        "grapevine.public-url '"
                                + setting
                                + "' is not an http or https URL of a server.");
    }

    @Test
    void normalizesAUrlWithPathAndTrailingSlash() {
        assertThat(PublicUrl.of(" https://example.org/grapevine/ ").issuer("brd_1"))
                .isEqualTo("https://example.org/grapevine/issuers/brd_1");
    }

    private void assertInvalid(String reason) {
        assertThatThrownBy(this::keys)
                .isInstanceOf(OpenBadgesMisconfigured.class)
                .hasMessage("The signing key file " + path + " " + reason + ".");
    }

    private void create() {
        new SigningKeyFile(path).createIfMissing();
    }

    private SigningKeys keys() {
        return new SigningKeys(new SigningKeyFile(path), URL);
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String algorithm, int bits) throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return pem(generator.generateKeyPair().getPrivate().getEncoded());
    }

    private static String pem(byte[] encoded) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
