package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

// API is the service's HTTP side.
type API struct {
	store     *Store
	outbox    *Outbox
	cache     *Cache
	prices    *PriceFeed
	warehouse *Warehouse
	events    *Broker
	auditPath string
}

// Routes returns the handler of all paths.
func (a *API) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", a.createOrder)
	mux.HandleFunc("GET /orders/{id}", a.getOrder)
	mux.HandleFunc("GET /stock", a.getStock)
	mux.HandleFunc("GET /totals", a.getTotals)
	mux.HandleFunc("GET /events", a.streamEvents)
	return mux
}

func (a *API) createOrder(w http.ResponseWriter, r *http.Request) {
	var order Order
	if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
		http.Error(w, "not an order", http.StatusBadRequest)
		return
	}
	order.Cents = a.prices.Price(order.SKU) * int64(order.Count)
	if err := a.warehouse.Reserve(order); err != nil {
		http.Error(w, "out of stock", http.StatusConflict)
		return
	}
	if err := a.store.Insert(r.Context(), &order); err != nil {
		http.Error(w, "not stored", http.StatusInternalServerError)
		return
	}
	// The customer need not wait for the audit record.
	go a.audit(order)
	a.events.Publish(Event{Kind: "created", Order: order})
	Metrics().Count("orders.created")
	w.WriteHeader(http.StatusCreated)
	json.NewEncoder(w).Encode(order)
}

func (a *API) audit(order Order) {
	file, err := os.OpenFile(a.auditPath, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Printf("audit of order %d: %v", order.ID, err)
		return
	}
	defer file.Close()
	fmt.Fprintf(file, "%s order=%d sku=%s count=%d\n", time.Now().Format(time.RFC3339), order.ID, order.SKU, order.Count)
}

func (a *API) getOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if order, ok := a.cache.Get(id); ok {
		json.NewEncoder(w).Encode(order)
		return
	}
	order, err := a.store.Order(context.Background(), id)
	if err != nil {
		http.Error(w, "no such order", http.StatusNotFound)
		return
	}
	a.cache.Set(id, order)
	json.NewEncoder(w).Encode(order)
}

func (a *API) getStock(w http.ResponseWriter, r *http.Request) {
	counts, err := a.warehouse.Stock(r.Context(), r.URL.Query()["sku"])
	if err != nil {
		http.Error(w, "the warehouse does not answer", http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(counts)
}

func (a *API) getTotals(w http.ResponseWriter, r *http.Request) {
	totals, err := shopTotals(r.Context(), a.store, r.URL.Query()["shop"])
	if err != nil {
		http.Error(w, "no totals", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(totals)
}

// streamEvents sends every event to the client, and a comment when nothing happened for a while, so
// that proxies keep the connection open.
func (a *API) streamEvents(w http.ResponseWriter, r *http.Request) {
	events := a.events.Subscribe()
	defer a.events.Unsubscribe(events)
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		select {
		case <-r.Context().Done():
			return
		case event := <-events:
			fmt.Fprintf(w, "event: %s\ndata: %d\n\n", event.Kind, event.Order.ID)
		case <-time.After(30 * time.Second):
			fmt.Fprint(w, ": still here\n\n")
		}
		if err := out.Flush(); err != nil {
			return
		}
	}
}
