-- What a staff member may do is said by the events of their stream alone; a user is a name and a password.

alter table command.staff_account drop column roles;
