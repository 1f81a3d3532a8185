import type { SourceDocument, SourceSpan } from '@/lib/document-text/source-document';
import { recognizeFolded } from './table-columns';
import { readRows, type TableRow } from './table-rows';
import { findTextTables } from './text-tables';
import type { ColumnMapping, ParseOptions } from './types';
import { findVerticalTables } from './vertical-tables';

/** A table of tasks, read into rows. */
export interface PlanTable extends SourceSpan {
  readonly rows: readonly TableRow[];
}

/** Finds the tables that hold tasks: declared by the file, or written out in the text. */
export function findPlanTables(document: SourceDocument, folded: string, options: ParseOptions): PlanTable[] {
  const declared = document.tables.filter((table) => table.end <= folded.length && table.start < table.end);
  const tables = declared.length > 0 ? declared : findTextTables(folded);
  let previous: ColumnMapping | null = null;
  const found: PlanTable[] = [];
  tables.forEach((table, index) => {
    const recognised = recognizeFolded(folded.slice(table.start, table.end), table, table.start);
    const mapping: ColumnMapping = options.tableColumns?.[index] ?? continued(recognised, previous);
    if (!holdsTasks(mapping)) return;
    previous = mapping;
    found.push({ start: table.start, end: table.end, rows: readRows(folded, table, mapping) });
  });
  const vertical = found.length > 0 || declared.length > 0 ? [] : findVerticalTables(folded);
  return [...found, ...vertical].filter((table) => table.rows.length > 0).sort((a, b) => a.start - b.start);
}

/** A table that goes on on the next page has no headings of its own. */
function continued(mapping: ColumnMapping, previous: ColumnMapping | null): ColumnMapping {
  const isWithoutHeader = mapping.headerRows === 0 && previous !== null && previous.columns.length === mapping.columns.length;
  return isWithoutHeader ? { headerRows: 0, columns: previous.columns } : mapping;
}

function holdsTasks({ columns, headerRows }: ColumnMapping): boolean {
  const hasUnits = columns.some((role) => role === 'lead' || role === 'responsible');
  const hasTime = columns.includes('deadline');
  if (!columns.includes('text')) return false;
  return headerRows > 0 ? hasUnits || hasTime || columns.includes('person') : hasUnits && columns.length > 1;
}
