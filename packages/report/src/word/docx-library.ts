/** The one place that knows where the writer of Word files comes from. It is heavy: loaded when the first document is made. */
export const loadDocx = () => import('docx')
