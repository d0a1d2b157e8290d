package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Changes of the state of a configuration version: publishing and retiring, under the lock of the
 * brand.
 */
@Component
class VersionChanges {

    private final ConfigVersions versions;
    private final Idempotency idempotency;
    private final Ids ids;

    VersionChanges(ConfigVersions versions, Idempotency idempotency, Ids ids) {
        this.versions = versions;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /**
     * Changes a version once per idempotency key.
     *
     * @param seen version as read before the lock
     * @param isAllowed true for a version, read again under the lock, that can be changed
     * @param otherwise rejection of a version that cannot be changed
     * @param change write of the change
     */
    Result<ConfigVersion> change(
            Call call,
            Command command,
            ConfigVersion seen,
            Predicate<ConfigVersion> isAllowed,
            Rejection otherwise,
            UnaryOperator<ConfigVersion> change) {
        // The version already exists: a new id distinguishes the first call from its replay.
        return idempotency.execute(
                call,
                command,
                ids.next(seen.type().prefix()),
                () -> {
                    versions.lock(seen.brandId());
                    var version = current(seen.id());
                    return isAllowed.test(version)
                            ? Result.success(change.apply(version))
                            : Result.rejected(otherwise);
                },
                _ -> Result.success(current(seen.id())));
    }

    private ConfigVersion current(String id) {
        return Objects.requireNonNull(versions.byIds(Caller.SYSTEM, List.of(id)).get(id));
    }
}
