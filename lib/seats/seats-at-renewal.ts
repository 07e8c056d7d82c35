type Due = {
  schedule: { toTotal: number } | null;
  total: number;
  used: number;
  minimumSeats: number;
};

/** The total that counts once the schedule is carried out: never below what is used by then. */
export function seatsAtRenewal({ schedule, total, used, minimumSeats }: Due): number {
  return schedule ? Math.min(total, Math.max(schedule.toTotal, used, minimumSeats)) : total;
}
