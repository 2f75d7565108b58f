package org.noticecascade.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.platform.AsSystem;
import org.noticecascade.platform.Migrations;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory on H2 in memory, with an engine that shares its transactions; authorization and password policy on. */
@TestConfiguration
@ComponentScan("org.noticecascade.directory")
@Import(AsSystem.class)
public class DirectoryTestContext {

    @Bean(destroyMethod = "shutdown")
    DataSource dataSource() {
        return migrated(
                new EmbeddedDatabaseBuilder()
                        .setType(EmbeddedDatabaseType.H2)
                        .generateUniqueName(true)
                        .build(),
                "H2");
    }

    static DataSource migrated(DataSource dataSource, String product) {
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Migrations.words(product))
                .load()
                .migrate();
        return dataSource;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    NamedParameterJdbcTemplate namedParameterJdbcTemplate(DataSource dataSource) {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    /** How many notices a unit owes, by code; a test sets it. */
    static final Map<String, Integer> OWED = new ConcurrentHashMap<>();

    @Bean
    UnitWork unitWork() {
        return code -> OWED.getOrDefault(code, 0);
    }

    @Bean
    DirectoryProperties directoryProperties() {
        return new DirectoryProperties(true, 5_242_880, 20_000);
    }

    @Bean
    ProcessEngineFactoryBean engine(
            DataSource dataSource, PlatformTransactionManager transactionManager, ApplicationContext application) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        // HTTP basic looks the engine "default" up in a static registry: leave that to the whole service's context.
        configuration.setProcessEngineName("directory-test");
        configuration.setApplicationContext(application);
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactionManager);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setEnablePasswordPolicy(true);
        ProcessEngineFactoryBean engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(configuration);
        return engine;
    }

    @Bean
    IdentityService identityService(ProcessEngine engine) {
        return engine.getIdentityService();
    }

    @Bean
    CurrentUser currentUser() {
        return new CurrentUser() {
            @Override
            public String id() {
                return SYSTEM;
            }

            @Override
            public Set<String> groups() {
                return Set.of();
            }

            @Override
            public boolean isAdministrator() {
                return false;
            }
        };
    }

    /** Whoever is an administrator of the engine; nobody has to confirm. */
    @Bean
    ImportDuty importDuty(IdentityService identities) {
        return new ImportDuty() {
            @Override
            public void require() {
                Authentication current = identities.getCurrentAuthentication();
                List<String> groups = current == null ? null : current.getGroupIds();
                if (groups == null || !groups.contains(Groups.CAMUNDA_ADMIN)) {
                    throw Refusal.forbidden("只有管理员可以导入单位和人员。", "Only administrators may import units and persons.");
                }
            }

            @Override
            public void requireConfirmed(String fileName, byte[] bytes) {
                // Nobody else is asked here.
            }
        };
    }

    @Bean
    DirectoryFixture directoryFixture(JdbcClient jdbc, IdentityService identities, DirectoryImport directoryImport) {
        return new DirectoryFixture(jdbc, identities, directoryImport);
    }

    /** Files and a clean directory for tests. */
    public record DirectoryFixture(JdbcClient jdbc, IdentityService identities, DirectoryImport directoryImport) {
        public static final String UNITS = "code,parent_code,name,level\n";
        public static final String PERSONS = "user_id,unit_code,name,role,email,phone,language\n";

        /** Headquarters, a department, a province with a prefecture and a county, a municipality with a district. */
        public static final String SMALL_COUNTRY = UNITS + """
                000000,,总局,HQ
                000001,000000,总局办公厅,DEPARTMENT
                440000,000000,广东省局,PROVINCE
                440300,440000,深圳市局,PREFECTURE
                440303,440300,罗湖区局,COUNTY
                310000,000000,上海市局,PROVINCE
                310101,310000,黄浦区局,COUNTY
                """;

        public void clear() {
            identities.clearAuthentication();
            jdbc.sql("delete from person_role").update();
            jdbc.sql("delete from person").update();
            jdbc.sql("update unit set parent_code = null").update();
            jdbc.sql("delete from unit").update();
            identities.createUserQuery().list().forEach(user -> identities.deleteUser(user.getId()));
            identities.createGroupQuery().list().forEach(group -> identities.deleteGroup(group.getId()));
            identities.createTenantQuery().list().forEach(tenant -> identities.deleteTenant(tenant.getId()));
        }

        public ImportResult importing(String csv) {
            return directoryImport.run("file.csv", csv.getBytes(StandardCharsets.UTF_8), false, ImportProgress.NONE);
        }

        public ImportResult trying(String csv) {
            return directoryImport.run("file.csv", csv.getBytes(StandardCharsets.UTF_8), true, ImportProgress.NONE);
        }
    }
}
