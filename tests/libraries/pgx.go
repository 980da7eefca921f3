package cases

import (
	"context"
	"net/http"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Names leaves its rows open where Scan fails.
func Names(ctx context.Context, conn *pgx.Conn) ([]string, error) {
	rows, err := conn.Query(ctx, "select name from jobs") // want unclosed-rows "rows"
	if err != nil {
		return nil, err
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

func NamesClosed(ctx context.Context, conn *pgx.Conn) ([]string, error) {
	rows, err := conn.Query(ctx, "select name from jobs")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

func NamesCollected(ctx context.Context, pool *pgxpool.Pool) ([]string, error) {
	rows, err := pool.Query(ctx, "select name from jobs")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

func First(ctx context.Context, pool *pgxpool.Pool) (name string, err error) {
	rows, err := pool.Query(ctx, "select name from jobs") // want unclosed-rows "rows"
	if err != nil {
		return "", err
	}
	for rows.Next() {
		return name, rows.Scan(&name)
	}
	return "", rows.Err()
}

func Count(w http.ResponseWriter, r *http.Request, pool *pgxpool.Pool) (n int, err error) {
	err = pool.QueryRow(context.Background(), "select count(*) from jobs").Scan(&n) // want severed-context "r.Context() is at hand"
	return n, err
}

func CountWith(w http.ResponseWriter, r *http.Request, pool *pgxpool.Pool) (n int, err error) {
	err = pool.QueryRow(r.Context(), "select count(*) from jobs").Scan(&n)
	return n, err
}
