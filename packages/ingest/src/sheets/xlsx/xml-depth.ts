/** Elements inside elements; a sheet needs a dozen. */
export const MAX_XML_DEPTH = 64
