// The test ends: cleanups run last in, first out, like defers.
package cases

import "testing"

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Get(key string) string
func (c *Cache) Close() error

func TestGet(t *testing.T) {
	db := OpenDB()
	cache := NewCache(db)
	t.Cleanup(func() { cache.Close() })
	t.Cleanup(func() { db.Close() }) // want misordered-shutdown "db"
	if cache.Get("a") != "" {
		t.Error("not empty")
	}
}
