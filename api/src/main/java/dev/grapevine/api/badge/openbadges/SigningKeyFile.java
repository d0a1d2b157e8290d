package dev.grapevine.api.badge.openbadges;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of RSA keys in PEM (PKCS#8), as {@code openssl genpkey} writes them, accessible to its
 * owner only. The first key signs; the further keys verify earlier credentials.
 */
public final class SigningKeyFile {

    private static final int BITS = 3072;
    private static final int MIN_KEY_BITS = 2048;
    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final EnumSet<PosixFilePermission> OWNER_PERMISSIONS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path path;

    public SigningKeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /**
     * Returns the keys, at least one.
     *
     * @throws OpenBadgesMisconfigured if the file cannot be read, is accessible to other users, or
     *     has an invalid key
     */
    public List<RSAPrivateCrtKey> read() {
        try {
            if (!OWNER_PERMISSIONS.containsAll(Files.getPosixFilePermissions(path))) {
                throw invalid("is accessible to users other than its owner");
            }
            return keys(Files.readString(path));
        } catch (IOException e) {
            throw new OpenBadgesMisconfigured(
                    "The signing key file " + path + " cannot be read: " + e, remedy(), e);
        }
    }

    private List<RSAPrivateCrtKey> keys(String text) {
        var keys = BLOCK.matcher(text).results().map(this::key).toList();
        if (keys.isEmpty() || keys.size() != text.split(BEGIN, -1).length - 1) {
            throw invalid("contains text that is not a complete PEM block 'PRIVATE KEY' (PKCS#8)");
        }
        return keys;
    }

    private RSAPrivateCrtKey key(MatchResult block) {
        try {
            var encoded = Base64.getMimeDecoder().decode(block.group(1));
            var key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof RSAPrivateCrtKey rsa
                    && rsa.getModulus().bitLength() >= MIN_KEY_BITS) {
                return rsa;
            }
        } catch (InvalidKeySpecException | IllegalArgumentException _) {
            // Reported below, without the cause: its message could contain parts of the key.
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        throw invalid("contains a key that is not RSA with at least " + MIN_KEY_BITS + " bits");
    }

    OpenBadgesMisconfigured invalid(String reason) {
        return new OpenBadgesMisconfigured(
                "The signing key file " + path + " " + reason + ".", remedy());
    }

    private String remedy() {
        return "Provide a file that only its owner can read (chmod 600), with a key from: openssl"
                + " genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:"
                + BITS
                + ". Credentials that were signed with a removed key can no longer be verified.";
    }

    /**
     * Creates the file with a new key if the file is missing. Of several processes that start at
     * once, one creates the file and all use it.
     */
    public void createIfMissing() {
        if (Files.exists(path)) {
            return;
        }
        try {
            var folder = Files.createDirectories(path.getParent());
            var draft =
                    Files.createTempFile(
                            folder,
                            "signing",
                            ".draft",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(draft, pem(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                // A link is atomic and fails if the file exists.
                Files.createLink(path, draft);
            } catch (FileAlreadyExistsException _) {
                // Another process has created the file.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new OpenBadgesMisconfigured(
                    "The signing key file " + path + " cannot be created: " + e, remedy(), e);
        }
    }

    private static String pem() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var encoded = generator.generateKeyPair().getPrivate().getEncoded();
            var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return BEGIN + "PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
