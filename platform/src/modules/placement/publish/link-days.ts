/** How long a site's and a student's link can be answered by, days. */
export const linkDays = 60;
