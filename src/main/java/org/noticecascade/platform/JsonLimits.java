package org.noticecascade.platform;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How much JSON is read, and that nothing in it is lost in silence: a field nobody knows, a missing flag or a second
 * document behind the first is refused.
 */
@Configuration(proxyBeanMethods = false)
class JsonLimits {
    /** The largest text field has 20,000 characters; a draft of a notice has some hundred short values. */
    private static final long LONGEST_DOCUMENT = 2_000_000;

    private static final int DEEPEST = 50;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer readLittle() {
        return builder -> builder.featuresToEnable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .postConfigurer(mapper -> mapper.getFactory()
                        .setStreamReadConstraints(StreamReadConstraints.builder()
                                .maxDocumentLength(LONGEST_DOCUMENT)
                                .maxNestingDepth(DEEPEST)
                                .build()));
    }
}
