export const courseSorts = ["name", "institution", "profession", "year", "next"] as const;
export type CourseSort = (typeof courseSorts)[number];

/** Kept by the organisation acted for, or told by others. */
export const courseKeepers = ["own", "others"] as const;
export type CourseKeeper = (typeof courseKeepers)[number];

export const courseStatuses = ["current", "archived"] as const;
export type CourseStatus = (typeof courseStatuses)[number];

/** Years of study a course can be in. */
export const yearsOfStudy = [1, 2, 3, 4, 5, 6, 7] as const;
