/** A department as its finance section lists it for one year: who hands in and how that stands, and what has to be known to add up. */

export interface DepartmentData {
  readonly id: string
  readonly name: string
  /** YYYY-MM-DD, the last day on which it is in time; null: not said. */
  readonly due: string | null
  readonly units: readonly DepartmentUnit[]
  readonly transfers: readonly DepartmentTransfer[]
  readonly adjustments: readonly DepartmentAdjustment[]
  /** What a unit does not state leaves no sum, or is nought. */
  readonly blank: 'missing' | 'nought'
  /** Item by which scores of units weigh, where the scheme weighs them. */
  readonly funds: string
}

export interface DepartmentUnit {
  readonly unit: string
  readonly name: string
  readonly state: ReportState
  /** YYYY-MM-DD; null: not known. */
  readonly submitted: string | null
}

/** 已报、逾期报送、线下报送、未报. */
export type ReportState = 'reported' | 'late' | 'offline' | 'missing'

export interface DepartmentTransfer {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly items: readonly string[]
  readonly year: number
  readonly amount: string
  readonly unit: string
  readonly reason: string
}

export interface DepartmentAdjustment {
  readonly item: string
  readonly year: number
  readonly amount: string
  readonly unit: string
  readonly reason: string
}
