"""What many countries have under one name (police, a foreign ministry) has a row for each country."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE actor ADD COLUMN home VARCHAR(2)")
    db.execute_sql("UPDATE actor SET home = CASE WHEN kind = 'government' THEN coalesce(country, '') ELSE '' END")
    db.execute_sql("DROP INDEX actor_name_key_kind")
    db.execute_sql("CREATE UNIQUE INDEX actor_name_key_kind_home ON actor (name_key, kind, home)")


def down(migrator, db):
    """Rows that differ by country alone go back into the first of them."""
    same = "a.name_key = b.name_key AND a.kind = b.kind AND a.serial < b.serial"
    later = f"SELECT b.serial FROM actor a JOIN actor b ON {same}"
    first = (
        "(SELECT min(a.serial) FROM actor a JOIN actor b ON a.name_key = b.name_key AND a.kind = b.kind"
        " WHERE b.serial = {column})"
    )
    for table, column in (("event_actor", "actor"), ("actor", "heir"), ("actor_ruling", "target")):
        db.execute_sql(
            f"UPDATE {table} SET {column} = {first.format(column=f'{table}.{column}')} WHERE {column} IN ({later})"
        )
    db.execute_sql(f"DELETE FROM event_actor WHERE named IN ({later})")
    db.execute_sql(f"DELETE FROM actor WHERE serial IN ({later})")
    db.execute_sql("DROP INDEX actor_name_key_kind_home")
    db.execute_sql("CREATE UNIQUE INDEX actor_name_key_kind ON actor (name_key, kind)")
    db.execute_sql("ALTER TABLE actor DROP COLUMN home")
