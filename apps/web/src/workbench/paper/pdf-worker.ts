/** Reads PDF beside the page. Bundled, so that nothing comes from elsewhere. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
