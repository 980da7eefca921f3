// curfew: --level advice
// SIGTERM arrives: main has moved its statements to run, and run's defers are as lost as main's own.
package main

type DB struct{}

func NewDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

type API struct{}

func NewAPI(c *Cache) *API
func (a *API) Serve() error
func (a *API) Close() error

func main() {
	run()
}

func run() {
	db := NewDB()
	defer db.Close()
	cache := NewCache(db)
	defer cache.Close()
	api := NewAPI(cache)
	defer api.Close()
	api.Serve() // want exit-skips-defers[advice] "Serve"
}
