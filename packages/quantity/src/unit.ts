/** Units as data: exact factors to the base unit of a dimension. Unlike dimensions never mix. */

export type UnitId = string
