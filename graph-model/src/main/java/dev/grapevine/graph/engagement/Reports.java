package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.ActivityJournal.Report;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes what others report: holds it against its kind, finds whom and what it is about, locks the
 * customers, and has it written.
 */
@Component
class Reports {

    private static final CypherFile SUBJECTS = CypherFile.of(Reports.class, "subjects-by-keys");
    private static final CypherFile SUBJECT = CypherFile.of(Reports.class, "subject-facts");

    /** Clocks differ, and some systems know days only. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private final Graph graph;
    private final Customers customers;
    private final ActivityKinds kinds;
    private final ActivityJournal journal;
    private final Times times;

    Reports(
            Graph graph,
            Customers customers,
            ActivityKinds kinds,
            ActivityJournal journal,
            Times times) {
        this.graph = graph;
        this.customers = customers;
        this.kinds = kinds;
        this.journal = journal;
        this.times = times;
    }

    /** Records in one transaction what is right; the outcomes are in the order of the commands. */
    List<Outcome<Activity>> take(String brandId, List<RecordActivity> commands) {
        var latest = times.now().plus(AHEAD);
        return Outcome.checked(
                commands,
                command -> check(command, latest),
                right ->
                        Outcome.carryOn(
                                reports(brandId, right),
                                reports -> graph.inOneTransaction(() -> record(brandId, reports))));
    }

    private static Inputs check(RecordActivity command, OffsetDateTime latest) {
        var value = command.value();
        var occurredAt = command.occurredAt();
        var inputs =
                new Inputs()
                        .matches("id", command.externalId(), Format.EXTERNAL_ID)
                        .kind("kind", command.kind())
                        .require(
                                !occurredAt.isAfter(latest),
                                "occurredAt",
                                occurredAt + " lies in the future.")
                        .require(
                                !occurredAt.isBefore(Times.EARLIEST),
                                "occurredAt",
                                occurredAt + " is before 1970.")
                        .between("quantity", command.quantity(), -1_000_000_000, 1_000_000_000)
                        .require(
                                value == null || Decimals.fits(value),
                                "value",
                                "Has more than 15 digits before or more than 4 after the point.");
        return command.channel() == null
                ? inputs
                : inputs.matches("channel", command.channel(), Activities.CHANNEL);
    }

    private List<Outcome<Report>> reports(String brandId, List<RecordActivity> commands) {
        var known =
                kinds.known(
                        brandId, commands.stream().map(RecordActivity::kind).distinct().toList());
        return commands.stream().map(command -> report(command, known)).toList();
    }

    private static Outcome<Report> report(RecordActivity command, Map<String, ActivityKind> known) {
        if (Activities.OWN_KINDS.contains(command.kind())) {
            return Outcome.refused(ActivityRefusal.RESERVED_KIND);
        }
        var kind = known.get(command.kind());
        if (kind == null && !known.isEmpty()) {
            return Outcome.refused(new Unknown("Kind", command.kind(), "kind"));
        }
        var channel =
                command.channel() == null && kind != null ? kind.channel() : command.channel();
        var wanted = kind == null ? List.<KindField>of() : kind.kindFields();
        return ReportedFields.canonical(wanted, command.fields())
                .map(fields -> new Report(command, channel, fields));
    }

    /** What would be recorded, without recording it; under an id that nobody will see again. */
    Outcome<Activity> preview(String brandId, RecordActivity command) {
        var inputs = check(command, times.now().plus(AHEAD));
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        return Outcome.carryOn(
                        reports(brandId, List.of(command)),
                        right ->
                                rows(brandId, right, doers(brandId, right)).stream()
                                        .map(row -> row.map(it -> withSubject(it.activity())))
                                        .toList())
                .getFirst();
    }

    private Activity withSubject(Activity activity) {
        if (activity.subjectId() == null) {
            return activity;
        }
        var parameters = Map.of("id", activity.subjectId(), "customerId", activity.customerId());
        return graph
                .read(SUBJECT, parameters, row -> row.as(ActivityJournal.SubjectFacts.class))
                .stream()
                .findFirst()
                .map(facts -> facts.of(activity))
                .orElse(activity);
    }

    private List<Outcome<Activity>> record(String brandId, List<Report> reports) {
        var doers = doers(brandId, reports);
        customers.lock(Caller.GRAPEVINE, doers.values().stream().map(Customer::id).toList());
        return journal.write(rows(brandId, reports, doers));
    }

    private Map<String, Customer> doers(String brandId, List<Report> reports) {
        return customers.byExternalIds(
                brandId,
                reports.stream().map(report -> report.command().customer()).distinct().toList());
    }

    private List<Outcome<ActivityJournal.Row>> rows(
            String brandId, List<Report> reports, Map<String, Customer> doers) {
        var subjects = subjects(brandId, reports);
        return reports.stream()
                .map(
                        report ->
                                row(
                                        brandId,
                                        report,
                                        doers.get(report.command().customer()),
                                        subjects))
                .toList();
    }

    private Outcome<ActivityJournal.Row> row(
            String brandId, Report report, @Nullable Customer doer, Map<String, String> subjects) {
        var command = report.command();
        if (doer == null) {
            return Outcome.refused(new Unknown("Customer", command.customer(), "customer"));
        }
        var subjectId =
                command.contribution() == null ? null : subjects.get(command.contribution());
        if (command.contribution() != null && subjectId == null) {
            return Outcome.refused(
                    new Unknown("Contribution", command.contribution(), "contribution"));
        }
        return Outcome.done(journal.row(brandId, report, doer.id(), subjectId));
    }

    private Map<String, String> subjects(String brandId, Collection<Report> reports) {
        var keys =
                reports.stream()
                        .map(report -> report.command().contribution())
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(externalId -> brandId + "|" + externalId)
                        .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        return graph.read(SUBJECTS, Map.of("keys", keys), row -> row).stream()
                .collect(
                        toMap(
                                row -> row.get("externalId").asString(),
                                row -> row.get("id").asString()));
    }
}
