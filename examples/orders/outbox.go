package main

import (
	"context"
	"log"
	"net/smtp"
	"time"
)

// How many sent mails are noted in the store at once.
const outboxBatch = 50

// Outbox sends the mails that the store holds, one after the other.
type Outbox struct {
	store  *Store
	cancel context.CancelFunc
	done   chan struct{}
	sent   []int64
}

// NewOutbox starts sending; Close ends it.
func NewOutbox(ctx context.Context, store *Store) *Outbox {
	ctx, cancel := context.WithCancel(ctx)
	o := &Outbox{store: store, cancel: cancel, done: make(chan struct{})}
	go o.run(ctx)
	return o
}

// Close waits for the mail under way and notes in the store what was sent.
func (o *Outbox) Close() error {
	o.cancel()
	<-o.done
	return o.store.MarkSent(o.sent)
}

func (o *Outbox) run(ctx context.Context) {
	defer close(o.done)
	for {
		select {
		case <-ctx.Done():
			return
		default:
		}
		if !o.sendNext(ctx) {
			time.Sleep(5 * time.Second)
		}
	}
}

// sendNext reports whether a mail was sent; if not, there is none or something is wrong.
func (o *Outbox) sendNext(ctx context.Context) bool {
	mail, err := o.store.NextMail(ctx)
	if err != nil {
		log.Printf("next mail: %v", err)
	}
	if mail == nil || err != nil {
		return false
	}
	if err := smtp.SendMail("localhost:25", nil, "shop@example.com", []string{mail.To}, []byte(mail.Body)); err != nil {
		log.Printf("mail %d: %v", mail.ID, err)
		return false
	}
	o.note(mail.ID)
	return true
}

func (o *Outbox) note(id int64) {
	o.sent = append(o.sent, id)
	if len(o.sent) < outboxBatch {
		return
	}
	if err := o.store.MarkSent(o.sent); err != nil {
		log.Printf("mark as sent: %v", err)
		return
	}
	o.sent = o.sent[:0]
}
