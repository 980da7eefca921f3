package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

const queryTimeout = 5 * time.Second

// Order is one line of a customer's order.
type Order struct {
	ID    int64
	Shop  string
	SKU   string
	Count int
	Cents int64
	Mail  string
}

// Mail is a receipt that waits to be sent.
type Mail struct {
	ID   int64
	To   string
	Body string
}

// Store keeps orders and unsent mails in a database. The driver is linked in by the deployment.
type Store struct {
	db *sql.DB
}

// OpenStore returns once the database has answered.
func OpenStore(ctx context.Context, dsn string) (*Store, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{db: db}, nil
}

// Close closes the database; no method may be called after it.
func (s *Store) Close() error {
	return s.db.Close()
}

// Insert stores the order together with its receipt, and sets its ID.
func (s *Store) Insert(ctx context.Context, order *Order) error {
	ctx, cancel := context.WithTimeout(ctx, queryTimeout)
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if order.Count <= 0 {
		return errors.Join(fmt.Errorf("a count of %d", order.Count), tx.Rollback())
	}
	row := tx.QueryRowContext(ctx, "INSERT INTO orders (shop, sku, count, cents) VALUES ($1, $2, $3, $4) RETURNING id",
		order.Shop, order.SKU, order.Count, order.Cents)
	err = row.Scan(&order.ID)
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO mails (recipient, body) VALUES ($1, $2)",
			order.Mail, fmt.Sprintf("Thank you for order %d.", order.ID))
	}
	if err != nil {
		err = errors.Join(err, tx.Rollback())
	} else {
		err = tx.Commit()
	}
	cancel()
	return err
}

// Order returns the order with the given ID.
func (s *Store) Order(ctx context.Context, id string) (Order, error) {
	ctx, cancel := context.WithTimeout(ctx, queryTimeout)
	defer cancel()
	var o Order
	row := s.db.QueryRowContext(ctx, "SELECT id, shop, sku, count, cents FROM orders WHERE id = $1", id)
	err := row.Scan(&o.ID, &o.Shop, &o.SKU, &o.Count, &o.Cents)
	return o, err
}

// Total returns what a shop has sold, in cents.
func (s *Store) Total(ctx context.Context, shop string) (int64, error) {
	ctx, cancel := context.WithTimeout(ctx, queryTimeout)
	defer cancel()
	var cents int64
	err := s.db.QueryRowContext(ctx, "SELECT sum(cents) FROM orders WHERE shop = $1", shop).Scan(&cents)
	return cents, err
}

// NextMail returns the oldest unsent mail, or nil.
func (s *Store) NextMail(ctx context.Context) (*Mail, error) {
	var m Mail
	err := s.db.QueryRowContext(ctx, "SELECT id, recipient, body FROM mails WHERE NOT sent ORDER BY id LIMIT 1").
		Scan(&m.ID, &m.To, &m.Body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &m, err
}

// MarkSent notes that the mails need not be sent again.
func (s *Store) MarkSent(ids []int64) error {
	for _, id := range ids {
		if _, err := s.db.Exec("UPDATE mails SET sent = true WHERE id = $1", id); err != nil {
			return err
		}
	}
	return nil
}
