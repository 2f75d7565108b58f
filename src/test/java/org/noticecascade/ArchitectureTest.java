package org.noticecascade;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import org.springframework.http.ContentDisposition;

/** The layout that STYLE asks for; {@link FeatureTable} holds who may know whom. */
@AnalyzeClasses(packages = "org.noticecascade", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresKnowOnlyWhatIsUpstream = classes().should(FeatureTable.knowOnlyWhatTheTableAllows());

    @ArchTest
    static final ArchRule rootsDoNotKnowTheirOwnProcessesAndPages = noClasses()
            .that(resideOutsideOfPackages("..process..", "..web..", "..demo.."))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.noticecascade..process..").or(resideInAPackage("org.noticecascade..web..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theEngineStaysAtTheEdge = noClasses()
            .that(resideOutsideOfPackages(
                    "org.noticecascade..process..",
                    "org.noticecascade.platform..",
                    "org.noticecascade.security..",
                    "org.noticecascade.cockpit..",
                    "org.noticecascade.demo.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyReadsTheSystemClock = noClasses()
            .should()
            .accessTargetWhere(target(readsTheSystemClock()))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyThePlatformMakesTheClock = noClasses()
            .that(resideOutsideOfPackages("org.noticecascade.platform.."))
            .should()
            .accessTargetWhere(target(ofClass(Clock.class)
                    .and(DescribedPredicate.describe(
                            "make a system clock", method -> method.getName().matches("system.*|tick.*")))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule constructorsInject =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().should(FeatureTable.liveInANullMarkedPackage()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesAreNamedAfterTheDomain = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..dto..", "..impl..", "..config..", "..model..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule failuresAreNamedAfterTheRule = noClasses()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .haveSimpleNameEndingWith("Exception")
            .allowEmptyShould(true);

    /** Spring writes a name in an encoding for mail into it, which curl saves as it is. */
    @ArchTest
    static final ArchRule downloadsAreNamedInOnePlace = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ContentDisposition.class)
            .because("FileNames.attachment writes that header");

    private static DescribedPredicate<AccessTarget> readsTheSystemClock() {
        return DescribedPredicate.describe("read the system clock", target -> {
            JavaClass owner = target.getOwner();
            if (!(target instanceof AccessTarget.CodeUnitAccessTarget call)) {
                return false;
            }
            boolean given = call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            boolean now = owner.getPackageName().startsWith("java.time")
                    && call.getName().equals("now");
            boolean date = owner.isEquivalentTo(Date.class)
                    && call.getName().equals("<init>")
                    && call.getRawParameterTypes().isEmpty();
            return now && !given
                    || date
                    || owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
        });
    }

    private static DescribedPredicate<AccessTarget> ofClass(Class<?> type) {
        return DescribedPredicate.describe(
                "of " + type.getSimpleName(), target -> target.getOwner().isEquivalentTo(type));
    }
}
