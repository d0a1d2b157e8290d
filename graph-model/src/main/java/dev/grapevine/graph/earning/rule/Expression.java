package dev.grapevine.graph.earning.rule;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.UnsignedLong;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelStandardFunctions;
import dev.grapevine.graph.kernel.Texts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Compiler and evaluator of expressions of the Common Expression Language (<a
 * href="https://cel.dev">cel.dev</a>). Expressions terminate, have no side effects, and see only
 * the variables {@code kind}, {@code channel} (string; empty for none), {@code quantity} (int),
 * {@code value} (double; 0 for none) and {@code fields} (map of strings by name). Comprehensions
 * and regular expressions are disabled.
 */
public final class Expression {

    /** Maximum number of characters of an expression. */
    public static final int MAX_LENGTH = 500;

    private static final int MAX_DEPTH = 30;
    private static final int MAX_CACHED = 10_000;
    private static final Map<String, CelRuntime.Program> PROGRAMS = new ConcurrentHashMap<>();
    private static final Set<CelKind> CONDITIONS = Set.of(CelKind.BOOL, CelKind.DYN);
    private static final Set<CelKind> NUMBERS =
            Set.of(CelKind.INT, CelKind.UINT, CelKind.DOUBLE, CelKind.DYN);
    private static final Cel CEL = cel();

    private Expression() {}

    /** What a message of the compiler means to the author of an expression. */
    private record Wording(Pattern message, String words) {

        private static final List<Wording> ALL =
                List.of(
                        of(".* input '<EOF>'.*", "it ends too early"),
                        of(
                                "(?:mismatched|extraneous) input '(.*?)'.*",
                                "'$1' is not expected here"),
                        of("token recognition error at: '(.*)'", "'$1' is not expected here"),
                        of("no viable alternative at input '(.*)'", "'$1' is not expected here"),
                        of(
                                "undeclared reference to '(.*)' \\(in .*",
                                "'$1' is not a variable or function of expressions"),
                        of(
                                "found no matching overload for '_?(.*?)_?' applied to '(.*?)' .*",
                                "'$1' cannot be applied to $2"),
                        of(
                                ".*recursion limit.*",
                                "it is nested more than " + MAX_DEPTH + " levels deep"));

        private static Wording of(String message, String words) {
            return new Wording(Pattern.compile(message, Pattern.DOTALL), words);
        }

        static String of(String message) {
            return ALL.stream()
                    .filter(wording -> wording.message.matcher(message).matches())
                    .findFirst()
                    .map(wording -> wording.message.matcher(message).replaceFirst(wording.words))
                    .orElse(message);
        }
    }

    private static Cel cel() {
        return CelFactory.standardCelBuilder()
                .setOptions(
                        CelOptions.current()
                                .maxExpressionCodePointSize(MAX_LENGTH)
                                .maxParseRecursionDepth(MAX_DEPTH)
                                .enableComprehension(false)
                                .build())
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(
                        CelStandardDeclarations.newBuilder()
                                .excludeFunctions(StandardFunction.MATCHES)
                                .build())
                .setStandardFunctions(CelStandardFunctions.newBuilder().build())
                .addVar("kind", SimpleType.STRING)
                .addVar("channel", SimpleType.STRING)
                .addVar("quantity", SimpleType.INT)
                .addVar("value", SimpleType.DOUBLE)
                .addVar("fields", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .build();
    }

    /** Failure of an expression for one activity; the message says why. */
    public static final class EvaluationFailed extends Exception {
        private static final long serialVersionUID = 1;

        EvaluationFailed(String message) {
            super(message);
        }
    }

    /** Returns the variables of an activity. */
    public static Map<String, Object> variables(
            String kind, String channel, long quantity, double value, Map<String, String> fields) {
        return ImmutableMap.of(
                "kind", kind,
                "channel", channel,
                "quantity", quantity,
                "value", value,
                "fields", fields);
    }

    /**
     * Validates an expression: syntax, result type, and evaluation with two sample activities of
     * quantity and value 1 and 7. Returns the first problem in English; empty for a valid
     * expression.
     */
    public static Optional<String> problem(String expression, boolean isCondition) {
        if (Texts.length(expression) > MAX_LENGTH) {
            return Optional.of(
                    String.format(
                            Locale.ENGLISH,
                            "The expression has %,d characters; at most %,d are allowed.",
                            Texts.length(expression),
                            MAX_LENGTH));
        }
        try {
            var type = CEL.compile(expression).getAst().getResultType().kind();
            if (!(isCondition ? CONDITIONS : NUMBERS).contains(type)) {
                return Optional.of(wrongType(isCondition));
            }
        } catch (CelValidationException e) {
            return Optional.of(inWords(e));
        }
        return problem(expression, isCondition, 1)
                .flatMap(_ -> problem(expression, isCondition, 7));
    }

    private static Optional<String> problem(String expression, boolean isCondition, int size) {
        try {
            var sample = variables("sample", "", size, size, Map.of());
            var result = program(expression).eval(sample);
            var isRight = isCondition ? result instanceof Boolean : result instanceof Number;
            return isRight ? Optional.empty() : Optional.of(wrongType(isCondition));
        } catch (CelValidationException e) {
            return Optional.of(inWords(e));
        } catch (CelEvaluationException e) {
            // The sample has no fields: other activities may have the missing one.
            return switch (e.getErrorCode()) {
                case ATTRIBUTE_NOT_FOUND, BAD_FORMAT -> Optional.empty();
                default ->
                        Optional.of(
                                "The expression fails for a sample: "
                                        + String.valueOf(e.getMessage())
                                                .replaceFirst("^evaluation error.*?: ", "")
                                        + ".");
            };
        }
    }

    private static String inWords(CelValidationException failure) {
        var first = failure.getErrors().getFirst();
        var line = first.getSourceLocation().getLine();
        return String.format(
                Locale.ENGLISH,
                "The expression is wrong%s at character %d: %s.",
                line > 1 ? " in line " + line : "",
                first.getSourceLocation().getColumn() + 1,
                Wording.of(first.getMessage()));
    }

    private static String wrongType(boolean isCondition) {
        return isCondition
                ? "The expression is not true or false."
                : "The expression is not a number.";
    }

    /** Returns true if an expression evaluates to true, false for any other result. */
    public static boolean isTrue(String expression, Map<String, Object> variables)
            throws EvaluationFailed {
        return evaluate(expression, variables) instanceof Boolean value && value;
    }

    /** Evaluates a numeric expression, rounded to 15 significant digits. */
    public static BigDecimal number(String expression, Map<String, Object> variables)
            throws EvaluationFailed {
        return switch (evaluate(expression, variables)) {
            case Long whole -> BigDecimal.valueOf(whole);
            case UnsignedLong whole -> new BigDecimal(whole.bigIntegerValue());
            case Double number when Double.isFinite(number) ->
                    new BigDecimal(number, new MathContext(15));
            default -> throw new EvaluationFailed("The result is not a finite number.");
        };
    }

    private static Object evaluate(String expression, Map<String, Object> variables)
            throws EvaluationFailed {
        try {
            return program(expression).eval(variables);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new EvaluationFailed(String.valueOf(e.getMessage()));
        }
    }

    private static CelRuntime.Program program(String expression)
            throws CelValidationException, CelEvaluationException {
        var known = PROGRAMS.get(expression);
        if (known != null) {
            return known;
        }
        var program = CEL.createProgram(CEL.compile(expression).getAst());
        if (PROGRAMS.size() < MAX_CACHED) {
            PROGRAMS.put(expression, program);
        }
        return program;
    }
}
