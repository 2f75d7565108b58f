package org.noticecascade.desk.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.noticecascade.deadline.process.EscalationProcess;
import org.noticecascade.deadline.process.ExtensionProcess;
import org.noticecascade.directory.DirectoryChanges;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.PersonChange;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.UnitChange;
import org.noticecascade.directory.Units;
import org.noticecascade.mail.process.MailOutageProcess;
import org.noticecascade.notice.process.NoticeProcess;
import org.noticecascade.notice.process.UnitProcess;
import org.noticecascade.report.process.ReportProcess;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each group may do in the engine; written at every start where it is missing.
 *
 * <p>Everybody: Tasklist, the shared filters, and the models (name and diagram, no instance of them). A candidate
 * group gets its tasks from the engine by itself. Staff of headquarters: start a notice. Supervisors of headquarters,
 * provinces and departments: Cockpit, where the tenant keeps each of them to its own tree; those of headquarters also
 * see when mail is broken. Supervisors of any other unit that has units below it: Cockpit for the board alone, without
 * a right to any instance, since the tenant would show them their whole province. READ_TASK on a definition is never
 * given to anybody else: it shows every unit's tasks.
 */
@Component
@Order
public class Grants implements DirectoryChanges {
    private static final String COCKPIT = "cockpit";
    private static final String[] UNIT_MODELS = {
        UnitProcess.PROVINCIAL_PLAN,
        UnitProcess.LOCAL_STUDY_SESSION,
        ReportProcess.KEY,
        EscalationProcess.KEY,
        ExtensionProcess.KEY
    };
    private static final Permission[] WATCH = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_TASK
    };

    private final AuthorizationService authorizations;
    private final SharedFilters filters;
    private final Units units;

    Grants(AuthorizationService authorizations, SharedFilters filters, Units units) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.units = units;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    @Transactional
    public void write() {
        units.lockHeadquarters(); // a node that starts at the same moment finds what this one wrote
        toEverybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        filters.create().forEach(filter -> toEverybody(Resources.FILTER, filter, Permissions.READ));
        toEverybody(Resources.PROCESS_DEFINITION, NoticeProcess.KEY, ProcessDefinitionPermissions.READ);
        for (String model : UNIT_MODELS) {
            toEverybody(Resources.PROCESS_DEFINITION, model, ProcessDefinitionPermissions.READ);
        }
        units.search(null, Level.HQ, null, 0, 1).forEach(this::headquarters);
        boards();
    }

    /** A unit that is new, or has units below it now, need not wait for the next start. */
    @Override
    public void unitsChanged(List<UnitChange> changes, ImportProgress progress) {
        if (changes.stream().anyMatch(change -> change.before() == null || change.moved())) {
            write();
        }
    }

    @Override
    public void peopleChanged(List<PersonChange> changes, ImportProgress progress) {
        // Grants are the groups'; who is in which group is not their business.
    }

    private void headquarters(Unit headquarters) {
        String staff = Role.STAFF.groupOf(headquarters.code());
        to(
                staff,
                Resources.PROCESS_DEFINITION,
                NoticeProcess.KEY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        to(staff, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        String supervisors = Role.SUPERVISOR.groupOf(headquarters.code());
        watch(supervisors);
        to(supervisors, Resources.PROCESS_DEFINITION, NoticeProcess.KEY, WATCH);
        to(supervisors, Resources.PROCESS_DEFINITION, MailOutageProcess.KEY, WATCH);
        units.childrenOf(headquarters.code()).forEach(unit -> watch(Role.SUPERVISOR.groupOf(unit.code())));
    }

    private void watch(String group) {
        to(group, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        for (String model : UNIT_MODELS) {
            to(group, Resources.PROCESS_DEFINITION, model, WATCH);
        }
    }

    /** One query for all of them: there are hundreds. */
    private void boards() {
        Set<String> known =
                authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.APPLICATION)
                        .resourceId(COCKPIT)
                        .list()
                        .stream()
                        .map(Authorization::getGroupId)
                        .collect(Collectors.toSet());
        units.superiors().stream()
                .map(Role.SUPERVISOR::groupOf)
                .filter(group -> !known.contains(group))
                .forEach(group -> grant(group, Resources.APPLICATION, COCKPIT, Permissions.ACCESS));
    }

    private void to(String group, Resource resource, String id, Permission... permissions) {
        boolean known = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!known) {
            grant(group, resource, id, permissions);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        save(grant, resource, id, permissions);
    }

    private void toEverybody(Resource resource, String id, Permission permission) {
        boolean known = authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!known) {
            save(authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL), resource, id, permission);
        }
    }

    private void save(Authorization authorization, Resource resource, String id, Permission... permissions) {
        authorization.setResource(resource);
        authorization.setResourceId(id);
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }
}
