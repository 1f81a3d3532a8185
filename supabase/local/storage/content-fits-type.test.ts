import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentFitsType } from './content-fits-type'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const PNG = bytes('\x89PNG\r\n\x1a\n\0')
const JPEG = bytes('\xff\xd8\xff\xe0')
const ZIP = bytes('PK\x03\x04')
const COMPOUND = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const file = (path: string) => readFileSync(path).subarray(0, 4096)

test.each([
  ['a PDF', bytes('%PDF-1.7'), 'application/pdf'],
  ['a PDF behind what a scanner put there', bytes(`${'\0'.repeat(500)}%PDF-1.4`), 'application/pdf'],
  ['a photograph called PNG', JPEG, 'image/png'],
  ['a screenshot called JPEG', PNG, 'image/jpeg'],
  ['an old Word file', COMPOUND, 'application/msword'],
  ['a DOCX called DOC', ZIP, 'application/msword'],
  ['a WPS file', COMPOUND, 'application/vnd.ms-works'],
  ['an OFD', ZIP, 'application/ofd'],
  ['a WPS table', COMPOUND, 'application/octet-stream'],
  ['GBK text', bytes('\xd5\xfe\xce\xf1\xb9\xab\xbf\xaa'), 'text/plain'],
  ['UTF-16 text', bytes('\xff\xfe\x3f\x65\0\0'), 'text/plain; charset=utf-16'],
  ['a real DOCX', file('tests/fixtures/document-text/writer-lists-and-table.docx'), DOCX],
  [
    'a real XLSX',
    file('tests/fixtures/round-trip/table.xlsx'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['a real PDF', file('tests/fixtures/round-trip/plan.pdf'), 'application/pdf'],
])('%s is what it says', (_name, head, type) => {
  expect(contentFitsType(head, type)).toBe(true)
})

test.each([
  ['a program called PDF', bytes('MZ\x90'), 'application/pdf'],
  ['a program called WPS table', bytes('\x7fELF'), 'application/octet-stream'],
  ['a page called text', bytes(' \n<!DOCTYPE html>'), 'text/plain'],
  ['a page called CSV', bytes('\xef\xbb\xbf<html>'), 'text/csv'],
  ['a page called Excel', bytes('<html xmlns:x="urn:schemas">'), 'application/vnd.ms-excel'],
  ['a drawing that can run, called PNG', bytes('<svg onload="">'), 'image/png'],
  ['a picture called PDF', PNG, 'application/pdf'],
  ['an archive called picture', ZIP, 'image/png'],
  ['bytes called text', bytes('a\0b'), 'text/plain'],
  ['bytes called DOCX', bytes('abc'), DOCX],
])('%s is not', (_name, head, type) => {
  expect(contentFitsType(head, type)).toBe(false)
})
