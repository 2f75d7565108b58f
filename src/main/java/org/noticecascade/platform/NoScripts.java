package org.noticecascade.platform;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** There is no script engine in this service, of whatever language and wherever the script comes from. */
final class NoScripts implements ScriptEngineResolver {
    private final SecurityLog log;

    NoScripts(SecurityLog log) {
        this.log = log;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw refused(language);
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refused("-");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw refused(factory.getLanguageName());
    }

    /** The same for decision tables. */
    @SuppressWarnings("DoNotCallSuggester") // the engine calls it
    ScriptEngine forTable(String language) {
        throw refused(language);
    }

    private ExpressionRefused refused(String language) {
        log.notEvaluated("script", language);
        return ExpressionRefused.because(
                "本系统不执行脚本（%s）。请改用本系统的服务任务。".formatted(SecurityLog.cleaned(language)),
                "This service runs no scripts (%s). Use a service task of this service."
                        .formatted(SecurityLog.cleaned(language)));
    }
}
