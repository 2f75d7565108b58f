package org.noticecascade.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.noticecascade.platform.BodyLimit;
import org.noticecascade.platform.EngineErrors;
import org.noticecascade.platform.LogContext;
import org.noticecascade.platform.SecurityLog;
import org.noticecascade.platform.SecurityProperties;
import org.noticecascade.security.acts.AdministratorGroups;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What happens to a request before a controller or the engine sees it, in this order:
 *
 * <ol>
 *   <li>{@link LogContext} gives it a number; {@link AccessWatch} ends sessions that are too old and writes what is
 *       refused further in.
 *   <li>{@link OddRequests} refuses addresses that can be read in two ways (400).
 *   <li>{@link SessionWatch} ends a session whose account has changed; see {@link AccountFilters}; {@link SecondFactorFilters} ask for a
 *       code where that is set.
 *   <li>{@link RefuseAnonymousBodies} refuses the body of whoever is not signed in before it is read.
 *   <li>Spring Security picks the chain by the path, see the five below: who it is, whether they may come in, what one
 *       account may use ({@link CallLimits}), which calls of the engine ({@link EngineCallFilter}).
 *   <li>{@link BodyLimit} bounds the body, {@link EngineErrors} puts the engine's errors into words.
 *   <li>For sessions only, the web applications' own filters: they ask for the token against foreign pages and tell the
 *       engine who has signed in.
 *   <li>{@link RefuseAnonymous} stands before our controllers once more: without anybody the engine asks for no
 *       permission.
 * </ol>
 *
 * Programs sign in with each call (HTTP basic) and have no session. People have the web applications' session.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains implements WebMvcConfigurer {
    /** The order of Spring Security's own filter, set by {@code spring.security.filter.order}. */
    private static final int SPRING_SECURITY = 6;

    private final SecurityProperties properties;
    private final IdentityService identity;
    private final RefuseAnonymous refuseAnonymous;
    private final CallLimits limits;
    private final SecondFactorFilters secondFactor;

    SecurityChains(
            SecurityProperties properties,
            @Lazy IdentityService identity,
            RefuseAnonymous refuseAnonymous,
            CallLimits limits,
            SecondFactorFilters secondFactor) {
        this.secondFactor = secondFactor;
        this.limits = limits;
        this.properties = properties;
        this.identity = identity;
        this.refuseAnonymous = refuseAnonymous;
    }

    /**
     * Spring Security's check of the address, which {@link OddRequests} has made before. Its check of header values and
     * parameter names is off: it throws when a controller reads them, too late for an answer that says what was wrong.
     * The server refuses line breaks in headers by itself; a parameter nobody asks for is not read.
     */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(any -> true);
        firewall.setAllowedHeaderValues(any -> true);
        firewall.setAllowedParameterNames(any -> true);
        return firewall;
    }

    /** No timing of each single filter: nobody reads it. Requests as a whole are counted and timed as before. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** Our API for programs. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return programs(http, "/api/**")
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .build();
    }

    /** The engine's API: for administrators, and for programs that one of them has named. */
    @Bean
    @Order(2)
    SecurityFilterChain engineRest(HttpSecurity http, AdministratorGroups administrators) throws Exception {
        return programs(http, "/engine-rest/**")
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .addFilterAfter(engineCalls(administrators), JsonGuard.class)
                .build();
    }

    /** Health for everybody, figures for the token too, the rest for administrators. */
    @Bean
    @Order(3)
    SecurityFilterChain actuator(HttpSecurity http, ScrapeToken token) throws Exception {
        return programs(http, "/actuator/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                "/actuator/health", "/actuator/health/{probe:liveness|readiness}")
                        .permitAll()
                        .anyRequest()
                        .access((person, call) -> new AuthorizationDecision(token.allows(call.getRequest())
                                || person.get().getAuthorities().stream()
                                        .anyMatch(group -> Groups.CAMUNDA_ADMIN.equals(group.getAuthority())))))
                .build();
    }

    /** The web applications, their calls of the engine, and our controllers beside them. */
    @Bean
    @Order(4)
    SecurityFilterChain webapps(HttpSecurity http, AdministratorGroups administrators) throws Exception {
        return common(http, "/camunda/**")
                .addFilterAfter(new WebappSessionFilter(), SecurityContextHolderFilter.class)
                .addFilterAfter(new ForeignPages(false), WebappSessionFilter.class)
                .authorizeHttpRequests(calls -> calls.requestMatchers(path("/camunda/api/cascade/**"))
                        .authenticated()
                        .requestMatchers(path("/camunda/api/**"))
                        .permitAll()
                        .requestMatchers(get("/camunda/**"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .addFilterAfter(engineCalls(administrators), JsonGuard.class)
                .build();
    }

    /** Nothing else is there, but the way from the root to the start page and the error page of the container. */
    @Bean
    @Order(5)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
        return common(http, "/**")
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                        (request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .authorizeHttpRequests(calls ->
                        calls.requestMatchers(get("/")).permitAll().anyRequest().denyAll())
                .build();
    }

    private HttpSecurity programs(HttpSecurity http, String paths) throws Exception {
        HttpSecurity programs = common(http, paths)
                .headers(headers -> headers.addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-store")))
                .authenticationProvider(new EngineAuthenticationProvider(identity))
                .httpBasic(basic -> basic.authenticationEntryPoint(new Unauthorized()))
                .addFilterBefore(new ForeignPages(true), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity), AnonymousAuthenticationFilter.class);
        secondFactor.addTo(programs);
        return programs;
    }

    private HttpSecurity common(HttpSecurity http, String paths) throws Exception {
        limits.addTo(http);
        return http.securityMatcher(path(paths))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new Unauthorized())
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll())
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(nosniff -> {})
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .addHeaderWriter(hsts(properties.hsts())));
    }

    /** Only over HTTPS: a browser takes no heed of it otherwise. */
    static HeaderWriter hsts(Duration howLong) {
        return howLong.isZero() ? (request, response) -> {} : new HstsHeaderWriter(howLong.toSeconds(), false);
    }

    /** By the whole path: what Spring makes of a bare pattern leaves out the engine's own servlets. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher get(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }

    private EngineCallFilter engineCalls(AdministratorGroups administrators) {
        return new EngineCallFilter(
                new EngineCalls(), properties.machineAccounts(), limits.ofTheEngine(), administrators);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(refuseAnonymous);
    }

    @Bean
    FilterRegistrationBean<LogContext> logContext() {
        return ordered(0, new LogContext(), "/*");
    }

    @Bean
    FilterRegistrationBean<AccessWatch> accessWatch(SecurityLog log) {
        return ordered(1, new AccessWatch(log, properties.longestSession()), "/*");
    }

    @Bean
    FilterRegistrationBean<OddRequests> oddRequests() {
        return ordered(2, new OddRequests(), "/*");
    }

    @Bean
    FilterRegistrationBean<RefuseAnonymousBodies> refuseAnonymousBodies() {
        return ordered(SPRING_SECURITY - 1, new RefuseAnonymousBodies(), "/*");
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        return ordered(SPRING_SECURITY + 1, new BodyLimit(properties.maxBodyBytes()), "/*");
    }

    @Bean
    FilterRegistrationBean<EngineErrors> engineErrorWords(EngineErrors errors) {
        return ordered(SPRING_SECURITY + 2, errors, "/engine-rest/*", "/camunda/api/engine/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(int order, F filter, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(List.of(patterns));
        registration.setOrder(order);
        return registration;
    }
}
