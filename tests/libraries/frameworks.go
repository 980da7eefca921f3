package cases

import (
	"context"
	"net/http"
	"os"
	"time"

	"connectrpc.com/connect"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"google.golang.org/grpc"
)

func audit(f *os.File) { _, _ = f.WriteString("seen\n") }

type App struct {
	log  *os.File
	conn *grpc.ClientConn
}

func (a *App) query(ctx context.Context) error {
	return a.conn.Invoke(ctx, "/jobs.Jobs/List", nil, nil)
}

// Gin's handlers are functions of its context.
func (a *App) Gin(c *gin.Context) {
	go audit(a.log)             // want untracked-goroutine "audit"
	_ = a.query(context.TODO()) // want severed-context "c.Request.Context() is at hand"
	_ = a.query(c.Request.Context())
	audit(a.log)
}

func (a *App) Echo(c echo.Context) error {
	go audit(a.log) // want untracked-goroutine "audit"
	if err := a.query(c.Request().Context()); err != nil {
		return err
	}
	return a.query(context.Background()) // want severed-context "c.Request().Context() is at hand"
}

func (a *App) Fiber(c *fiber.Ctx) error {
	go audit(a.log) // want untracked-goroutine "audit"
	if err := a.query(c.UserContext()); err != nil {
		return err
	}
	return a.query(context.Background()) // want severed-context "c.UserContext() is at hand"
}

type Ask struct{}

func (a *App) Connect(ctx context.Context, req *connect.Request[Ask]) (*connect.Response[Ask], error) {
	go audit(a.log) // want untracked-goroutine "audit"
	if err := a.query(ctx); err != nil {
		return nil, err
	}
	return connect.NewResponse(&Ask{}), a.query(context.Background()) // want severed-context "ctx is at hand"
}

// A helper that is called by none of them is no handler.
func (a *App) helper(status int) {
	go audit(a.log)
}

func (a *App) Routes(r chi.Router, log *os.File) {
	r.Get("/", func(w http.ResponseWriter, r *http.Request) {
		go audit(log) // want untracked-goroutine "audit"
	})
	r.Post("/", func(w http.ResponseWriter, r *http.Request) { audit(log) })
}

func StopEcho(ctx context.Context, e *echo.Echo) error {
	<-ctx.Done()
	return e.Shutdown(ctx) // want cancelled-shutdown "ctx"
}

func StopEchoLater(ctx context.Context, e *echo.Echo) error {
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return e.Shutdown(stop)
}

func StopFiber(ctx context.Context, app *fiber.App) error {
	<-ctx.Done()
	return app.ShutdownWithContext(ctx) // want cancelled-shutdown "ctx"
}

func StopFiberLater(ctx context.Context, app *fiber.App) error {
	<-ctx.Done()
	return app.ShutdownWithTimeout(time.Second)
}
