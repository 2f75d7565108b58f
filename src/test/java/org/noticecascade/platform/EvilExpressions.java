package org.noticecascade.platform;

import java.util.List;

/** Expressions that ran code, read beans or changed rows before there was a list of allowed ones. */
public final class EvilExpressions {
    /** Set by the expressions of {@link #ALL} that reach {@code System}; never set when none is evaluated. */
    public static final String CANARY = "noticecascade.evaluated";

    private static final String SET =
            ".getMethod('setProperty',''.getClass(),''.getClass()).invoke(null,'" + CANARY + "','yes')}";

    /** One of each kind. */
    public static final List<String> ALL = List.of(
            "${''.getClass().forName('java.lang.System')" + SET,
            "#{''.getClass().forName('java.lang.System')" + SET,
            "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('true')}",
            "${''['class'].forName('java.lang.System')" + SET,
            "${currentUser().getClass().forName('java.lang.System')" + SET,
            "${filterTerms.getClass().forName('java.lang.System')" + SET,
            "${filterTerms.class}",
            "${filterTerms.ownGroups().add('camunda-admin')}",
            "${filterTerms.ownGroups()[0]}",
            "${filterTerms.ownGroups().get(0)}",
            "${filterTerms.access}",
            "${filterTerms.ownGroups}",
            "${filterTerms.ownGroups(execution)}",
            "${filterTerms['ownGroups']()}",
            "${desk.staff()}",
            "${desk.unitOf(execution)}",
            "${desk.toString()}",
            "${patrolSchedule.properties}",
            "${patrolSchedule.getCron()}",
            "${identityService.clearAuthentication()}",
            "${identityService.createMembership('u440300STAFF','camunda-admin')}",
            "${identityService.identityProvider}",
            "${processEngine.identityService}",
            "${applicationContext.getBean('dataSource')}",
            "${environment.systemProperties}",
            "${T(java.lang.Runtime).getRuntime().exec('true')}",
            "${new java.lang.ProcessBuilder('true').start()}",
            "${java.lang.Runtime}",
            "${''.getClass().forName('javax.script.ScriptEngineManager').newInstance().getEngineByName('js').eval('1')}",
            "${execution.setVariable('agreed',true)}",
            "${execution.processEngineServices}",
            "${execution.getProcessBusinessKey()}",
            "${execution.id}",
            "${execution}",
            "${task}",
            "${authenticatedUserId}",
            "${''.getClass()}",
            "${'a'.concat('b')}",
            "${agreed.class}",
            "${agreed == true}",
            "${not agreed}",
            "${agreed ? 1 : 2}",
            "${1+1}",
            "${[1]}",
            "${{'a':1}}",
            "${list[0]}",
            "${now()}",
            "${dateTime().plusDays(1)}",
            "${currentUser().length()}",
            "${currentUser('x')}",
            "${exec('true')}",
            "${x:exec()}",
            "a ${agreed}",
            "${agreed} b",
            "${agreed}${agreed}",
            " ${agreed}",
            "${agreed}\n",
            "${ agreed }",
            "\\${agreed}",
            "${agreed",
            "#{agreed}${''.getClass()}",
            "${a" + "a".repeat(200) + "}",
            "${}",
            "${\u4e2d}");

    private EvilExpressions() {}
}
