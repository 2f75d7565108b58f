package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Reading;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_readNotice}: opens a draft from the uploaded document, or a blank one. */
@Component
class ReadNotice extends Step {
    private final Reading reading;
    private final Units units;

    ReadNotice(Reading reading, Units units) {
        this.reading = reading;
        this.units = units;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Long document = NoticeProcess.DOCUMENT_ID.isIn(execution) ? NoticeProcess.DOCUMENT_ID.in(execution) : null;
        long noticeId = reading.open(document);
        execution.setProcessBusinessKey(noticeId + "/" + units.headquarters().code());
        execution.removeVariable(NoticeProcess.DOCUMENT_ID.name());
    }
}
