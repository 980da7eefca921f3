// Near miss of break: main ends with the process.
package main

import (
	"database/sql"
	"fmt"
)

func main() {
	db, err := sql.Open("sqlite", "x.db")
	if err != nil {
		return
	}
	defer db.Close()
	rows, err := db.Query("SELECT id FROM jobs")
	if err != nil {
		return
	}
	for rows.Next() {
		var id int
		if rows.Scan(&id) == nil {
			fmt.Println(id)
			break
		}
	}
}
