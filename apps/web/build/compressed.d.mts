/** @param {string} folder */
export declare function compressIn(folder: string): void
