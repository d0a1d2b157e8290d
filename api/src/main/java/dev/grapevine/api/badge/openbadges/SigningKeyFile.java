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
 * A file with RSA keys, readable for its owner only: PEM, PKCS#8, as {@code openssl genpkey} writes
 * them. The first one signs; the others have signed before.
 */
public final class SigningKeyFile {

    private static final int BITS = 3072;
    private static final int MIN_KEY_BITS = 2048;
    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final EnumSet<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path path;

    public SigningKeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The keys, at least one; refused with the reason if somebody else could read or mend them. */
    public List<RSAPrivateCrtKey> read() {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
                throw refused("can be read or written by others than its owner");
            }
            return keys(Files.readString(path));
        } catch (IOException e) {
            throw new OpenBadgesMisconfigured(
                    "The signing keys in " + path + " cannot be read: " + e, remedy(), e);
        }
    }

    private List<RSAPrivateCrtKey> keys(String text) {
        var keys = BLOCK.matcher(text).results().map(this::key).toList();
        if (keys.isEmpty() || keys.size() != text.split(BEGIN, -1).length - 1) {
            throw refused("holds something else than whole 'PRIVATE KEY' blocks of PEM (PKCS#8)");
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
            // Refused below; what is wrong inside a key is better not repeated.
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        throw refused("holds a key that is not RSA of " + MIN_KEY_BITS + " bits or more");
    }

    OpenBadgesMisconfigured refused(String what) {
        return new OpenBadgesMisconfigured(
                "The file of the signing keys, " + path + ", " + what + ".", remedy());
    }

    private String remedy() {
        return "Make it a file that only its owner can read (chmod 600), with a key from: openssl"
                + " genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:"
                + BITS
                + ". Credentials that were signed with a key that is gone can no longer be"
                + " verified.";
    }

    /**
     * Makes the file with a new key if there is none. Of several that start at once, one makes it
     * and all use it.
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
                // A link appears whole, and never in the place of another.
                Files.createLink(path, draft);
            } catch (FileAlreadyExistsException _) {
                // Another process was faster: its key is the one.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new OpenBadgesMisconfigured(
                    "No signing key could be made in " + path + ": " + e, remedy(), e);
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
