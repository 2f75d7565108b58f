package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Reading;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_readNotice}: opens a draft from the uploaded document, or a blank one. */
@Component
class ReadNotice extends Step {
    private final Reading reading;

    ReadNotice(Reading reading) {
        this.reading = reading;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Long document = NoticeProcess.DOCUMENT_ID.isIn(execution) ? NoticeProcess.DOCUMENT_ID.in(execution) : null;
        long noticeId = reading.open(document);
        execution.setVariable(NoticeProcess.NOTICE_ID.name(), noticeId);
        execution.setProcessBusinessKey(Long.toString(noticeId));
    }
}
