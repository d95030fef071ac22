package dev.ticketing.samples.springboothost;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** The host's own security, which knows nothing of tickets. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** A real host asks its identity provider. */
    private static final Map<String, Authentication> TOKENS = Map.of(
            "demo-ada", person("client_82", "ROLE_CUSTOMER"),
            "demo-bob", person("client_83", "ROLE_CUSTOMER"),
            "demo-staff", person("agent_3", "ROLE_STAFF"));

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie and no password prompt, so there is nothing that another site could make a browser send
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenFilter(TOKENS), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // the servlet answers 401 itself, in the words of its surfaces
                        .requestMatchers("/support/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    /** Tokens are all there is; without this, Spring Boot would make up a user with a password. */
    @Bean
    UserDetailsService noPasswords() {
        return name -> {
            throw new UsernameNotFoundException("nobody logs in by password");
        };
    }

    private static Authentication person(String id, String role) {
        return UsernamePasswordAuthenticationToken.authenticated(id, null, AuthorityUtils.createAuthorityList(role));
    }
}
