package madda.tests;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/** The parts of the module analysis-common that our analyzers and API keys name: the test distribution lacks it. */
public class AnalysisParts extends Plugin implements AnalysisPlugin {
    private interface Filter {
        UnaryOperator<TokenStream> of(Settings settings) throws IOException;
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
            "mapping", charFilter(AnalysisParts::mapping),
            "pattern_replace", charFilter(settings -> {
                Pattern pattern = Pattern.compile(settings.get("pattern"));
                return reader -> new PatternReplaceCharFilter(pattern, settings.get("replacement", ""), reader);
            }));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of("uax_url_email", (index, environment, name, settings) ->
            TokenizerFactory.newFactory(name, UAX29URLEmailTokenizer::new));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
            "asciifolding", filter(settings -> ASCIIFoldingFilter::new),
            "unique", filter(settings -> RemoveDuplicatesTokenFilter::new),
            "truncate", filter(settings -> stream -> new TruncateTokenFilter(stream, settings.getAsInt("length", 10))),
            "stemmer", configured(AnalysisParts::stemmer),
            "stemmer_override", configured(AnalysisParts::override),
            "pattern_capture", configured(AnalysisParts::captures),
            "pattern_replace", configured(settings -> stream -> new PatternReplaceFilter(
                stream, Pattern.compile(settings.get("pattern")), settings.get("replacement", ""), true)));
    }

    private static AnalysisProvider<TokenFilterFactory> configured(Filter filter) {
        return AnalysisPlugin.requiresAnalysisSettings(filter(filter));
    }

    private static AnalysisProvider<TokenFilterFactory> filter(Filter filter) {
        return (index, environment, name, settings) -> {
            UnaryOperator<TokenStream> made = filter.of(settings);
            return new AbstractTokenFilterFactory(name, settings) {
                @Override
                public TokenStream create(TokenStream stream) {
                    return made.apply(stream);
                }
            };
        };
    }

    private static AnalysisProvider<CharFilterFactory> charFilter(Function<Settings, UnaryOperator<Reader>> filter) {
        return AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            UnaryOperator<Reader> made = filter.apply(settings);
            return new AbstractCharFilterFactory(name) {
                @Override
                public Reader create(Reader reader) {
                    return made.apply(reader);
                }
            };
        });
    }

    private static UnaryOperator<Reader> mapping(Settings settings) {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String rule : settings.getAsList("mappings")) {
            String[] sides = rule.split("=>", 2);
            map.add(unescaped(sides[0].strip()), unescaped(sides[1].strip()));
        }
        NormalizeCharMap built = map.build();
        return reader -> new MappingCharFilter(built, reader);
    }

    private static UnaryOperator<TokenStream> stemmer(Settings settings) {
        return switch (settings.get("language")) {
            case "possessive_english" -> EnglishPossessiveFilter::new;
            case "porter2" -> stream -> new SnowballFilter(stream, new EnglishStemmer());
            case "russian" -> stream -> new SnowballFilter(stream, new RussianStemmer());
            default -> throw new IllegalArgumentException("No stemmer of the tests: " + settings.get("language"));
        };
    }

    private static UnaryOperator<TokenStream> override(Settings settings) throws IOException {
        StemmerOverrideFilter.Builder rules = new StemmerOverrideFilter.Builder(false);
        for (String rule : settings.getAsList("rules")) {
            String[] sides = rule.split("=>", 2);
            for (String word : sides[0].split(",")) {
                rules.add(word.strip(), sides[1].strip());
            }
        }
        StemmerOverrideFilter.StemmerOverrideMap map = rules.build();
        return stream -> new StemmerOverrideFilter(stream, map);
    }

    private static UnaryOperator<TokenStream> captures(Settings settings) {
        List<String> patterns = settings.getAsList("patterns");
        Pattern[] compiled = patterns.stream().map(Pattern::compile).toArray(Pattern[]::new);
        boolean original = settings.getAsBoolean("preserve_original", true);
        return stream -> new PatternCaptureGroupTokenFilter(stream, original, compiled);
    }

    private static String unescaped(String side) {
        return side.startsWith("\\u") ? String.valueOf((char) Integer.parseInt(side.substring(2), 16)) : side;
    }
}
