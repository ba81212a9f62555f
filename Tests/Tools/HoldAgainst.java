import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDFs against profiles of veraPDF: HoldAgainst PROFILE,PROFILE… FILE…
 *
 * <p>Prints a line a file and profile, fields parted by tabs: file, profile, "holds" or "fails". After a failure, a
 * line for each rule that is broken: its clause and test, how often, its sentence, where first. Ends with 1 if a file
 * fails, with 2 if one cannot be read.
 */
public final class HoldAgainst {
  private static int ending = 0;

  public static void main(String[] arguments) {
    VeraGreenfieldFoundryProvider.initialise();
    for (int index = 1; index < arguments.length; index++) {
      for (String profile : arguments[0].split(",")) {
        try {
          hold(arguments[index], PDFAFlavour.byFlavourId(profile));
        } catch (Exception error) {
          System.out.println(arguments[index] + "\t" + profile + "\tunreadable: " + error);
          ending = 2;
        }
      }
    }
    System.exit(ending);
  }

  private static void hold(String file, PDFAFlavour profile) throws Exception {
    try (InputStream stream = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(stream, profile);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(file + "\t" + profile.getId() + "\t" + (result.isCompliant() ? "holds" : "fails"));
      if (result.isCompliant()) return;
      if (ending == 0) ending = 1;

      Map<String, Integer> counts = new TreeMap<>();
      Map<String, TestAssertion> firsts = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        counts.merge(rule, 1, Integer::sum);
        firsts.putIfAbsent(rule, assertion);
      }
      counts.forEach((rule, count) -> print(rule, count, firsts.get(rule)));
    }
  }

  private static void print(String rule, int count, TestAssertion first) {
    String sentence = first.getMessage().replaceAll("\\s+", " ");
    System.out.println("\t" + rule + "\t" + count + "\t" + sentence + "\t" + first.getLocation().getContext());
  }
}
