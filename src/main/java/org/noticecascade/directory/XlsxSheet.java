package org.noticecascade.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/** Reads the first sheet of a workbook as a stream, so that a large file needs little memory. */
class XlsxSheet {
    private final RowLimit limit;
    private final ImportProgress progress;

    XlsxSheet(RowLimit limit, ImportProgress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    List<SheetRow> read(String fileName, byte[] bytes) {
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
            Iterator<InputStream> sheets = new XSSFReader(workbook).getSheetsData();
            if (!sheets.hasNext()) {
                throw notXlsx(fileName);
            }
            try (InputStream sheet = sheets.next()) {
                return rows(fileName, sheet, strings);
            }
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | XMLStreamException
                | IllegalArgumentException e) {
            throw notXlsx(fileName);
        }
    }

    static UnreadableFile notXlsx(String fileName) {
        return UnreadableFile.of(
                fileName,
                "文件名以 .xlsx 结尾，内容却不是 XLSX 工作簿，或文件已损坏。请用正确的扩展名，或在表格软件中另存为 XLSX。",
                "The name ends in .xlsx, but the content is no XLSX workbook, or the file is damaged. Correct the name, "
                        + "or save it as XLSX.");
    }

    private List<SheetRow> rows(String fileName, InputStream sheet, ReadOnlySharedStringsTable strings)
            throws XMLStreamException {
        XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
        try {
            return new XlsxRows(xml, strings, progress).read(filled -> limit.check(fileName, filled));
        } finally {
            xml.close();
        }
    }
}
